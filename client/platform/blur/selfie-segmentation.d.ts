/**
 * The part of MediaPipe's runtime that `person-mask.ts` drives: an Emscripten factory, made into a module by
 * `tools/vite-selfie-segmentation.ts`. The package's own JavaScript around it loads by script elements, which our policy
 * refuses, and in a worker forgets its own drawing context; so it is left out.
 */
declare module '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.js' {
  type Texture = { readonly glName: number; readonly width: number; readonly height: number };
  type Deletable = { delete(): void };

  export interface Runtime {
    canvas: OffscreenCanvas;
    readonly GL: {
      createContext(canvas: OffscreenCanvas, attributes: object): number;
      makeContextCurrent(context: number): void;
    };
    createTexture(): number;
    bindTexture2d(glName: number): void;
    readonly SolutionWasm: new () => {
      loadGraph(graph: ArrayBuffer): void;
      overrideFile(name: string, content: ArrayBuffer): void;
      changeOptions(list: unknown): void;
      attachMultiListener(streams: unknown, listener: unknown): void;
      send(packets: unknown): void;
      delete(): void;
    };
    readonly StringList: new () => Deletable & { push_back(name: string): void };
    readonly GraphOptionChangeRequestList: new () => Deletable & {
      push_back(change: object): void;
    };
    readonly PacketDataList: new () => Deletable & {
      pushTexture2d(packet: Texture & { stream: string; timestamp: number }): void;
    };
    readonly PacketListener: {
      implement(listener: {
        onResults(results: { get(at: number): (Texture & Deletable) | undefined }): void;
      }): unknown;
    };
  }

  const create: (settings: {
    readonly wasmBinary: ArrayBuffer;
    readonly locateFile: (name: string) => string;
    readonly print: (line: string) => void;
    readonly printErr: (line: string) => void;
  }) => Promise<Runtime>;
  // biome-ignore lint/style/noDefaultExport: the plugin gives the factory as the module's default
  export default create;
}

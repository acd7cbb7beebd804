import createRuntime, {
  type Runtime,
} from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.js';

/** What the model looks at, in pixels: more is thrown away by it, so less is handed over. */
const LOOKS_AT = { width: 256, height: 144 };

export type MaskFiles = {
  readonly wasm: ArrayBuffer;
  readonly graph: ArrayBuffer;
  readonly model: ArrayBuffer;
};

/** This browser has no drawing context that the runtime can use. */
export class NoDrawing extends Error {}

/** Where the person is in a frame: opaque there, clear elsewhere. Closed by whoever asked. */
export type PersonMask = (frame: ImageBitmap | OffscreenCanvas) => ImageBitmap;

/** Starts MediaPipe's runtime with the model for wide pictures. Runs in a worker. */
export async function openPersonMask(files: MaskFiles): Promise<PersonMask> {
  const canvas = new OffscreenCanvas(LOOKS_AT.width, LOOKS_AT.height);
  const runtime = await createRuntime({
    wasmBinary: files.wasm,
    locateFile: (name) => name,
    // Its diary of starting up is nobody's business.
    print: () => undefined,
    printErr: () => undefined,
  });
  runtime.canvas = canvas;
  const attributes = { antialias: false, alpha: true, majorVersion: 2 };
  const gl = canvas.getContext('webgl2', attributes);
  if (!gl) throw new NoDrawing();
  runtime.GL.makeContextCurrent(runtime.GL.createContext(canvas, attributes));
  const draw = makeDrawTexture(gl, runtime);

  let found: ImageBitmap | undefined;
  const graph = loadGraph(runtime, files, (mask) => {
    draw(mask.glName);
    found = canvas.transferToImageBitmap();
  });
  const small = new OffscreenCanvas(LOOKS_AT.width, LOOKS_AT.height);
  const smallContext = small.getContext('2d', { alpha: false });
  const input = runtime.createTexture();
  return (frame) => {
    smallContext?.drawImage(frame, 0, 0, small.width, small.height);
    runtime.bindTexture2d(input);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, small);
    runtime.bindTexture2d(0);
    const packets = new runtime.PacketDataList();
    packets.pushTexture2d({
      ...LOOKS_AT,
      glName: input,
      stream: 'input_frames_gpu',
      // In microseconds, and never the same twice.
      timestamp: performance.now() * 1_000,
    });
    graph.send(packets);
    packets.delete();
    const mask = found;
    found = undefined;
    if (!mask) throw new Error('the runtime gave no mask');
    return mask;
  };
}

function loadGraph(
  runtime: Runtime,
  files: MaskFiles,
  hear: (mask: { readonly glName: number }) => void,
) {
  const graph = new runtime.SolutionWasm();
  graph.loadGraph(files.graph);
  graph.overrideFile(
    'third_party/mediapipe/modules/selfie_segmentation/selfie_segmentation_landscape.tflite',
    files.model,
  );
  const streams = new runtime.StringList();
  streams.push_back('segmentation_mask');
  graph.attachMultiListener(
    streams,
    runtime.PacketListener.implement({
      onResults(results) {
        const mask = results.get(0);
        if (!mask) return;
        hear(mask);
        mask.delete?.();
      },
    }),
  );
  streams.delete();
  const changes = new runtime.GraphOptionChangeRequestList();
  const unset = { calculatorName: '', calculatorIndex: 0, valueNumber: 0, valueString: '' };
  changes.push_back({
    ...unset,
    calculatorType: 'InferenceCalculator',
    fieldName: 'use_cpu_inference',
    valueBoolean: false,
  });
  changes.push_back({
    ...unset,
    calculatorType: 'ConstantSidePacketCalculator',
    calculatorName: 'ConstantSidePacketCalculatorModelSelection',
    fieldName: 'int_value',
    // 1: the model for pictures wider than high.
    valueNumber: 1,
    valueBoolean: false,
  });
  graph.changeOptions(changes);
  changes.delete();
  return graph;
}

const VERTEX = `
attribute vec2 corner;
varying vec2 place;
void main() {
  gl_Position = vec4(corner, 0.0, 1.0);
  place = vec2(corner.x * 0.5 + 0.5, 0.5 - corner.y * 0.5);
}`;

const FRAGMENT = `
precision mediump float;
varying vec2 place;
uniform sampler2D mask;
void main() {
  gl_FragColor = vec4(texture2D(mask, place).r);
}`;

/** Draws a texture of the runtime over the whole canvas, its red as opacity. */
function makeDrawTexture(gl: WebGL2RenderingContext, runtime: Runtime): (glName: number) => void {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new NoDrawing();
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  const corner = gl.getAttribLocation(program, 'corner');
  const corners = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, -1, 1, 1, 1, 1, -1]), gl.STATIC_DRAW);
  // The runtime draws with the same context: what it may have changed is set each time.
  return (glName) => {
    gl.useProgram(program);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, LOOKS_AT.width, LOOKS_AT.height);
    gl.activeTexture(gl.TEXTURE0);
    runtime.bindTexture2d(glName);
    gl.bindBuffer(gl.ARRAY_BUFFER, corners);
    gl.enableVertexAttribArray(corner);
    gl.vertexAttribPointer(corner, 2, gl.FLOAT, false, 0, 0);
    gl.colorMask(true, true, true, true);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.drawArrays(gl.TRIANGLE_FAN, 0, 4);
    gl.disableVertexAttribArray(corner);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
    runtime.bindTexture2d(0);
  };
}

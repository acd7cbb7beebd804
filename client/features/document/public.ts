/** The document slice's face: its pages, and what it adds to a session's screen. */

export { CanonicalText } from './canonical/CanonicalText.tsx';
export { DocumentsPage } from './catalogue/DocumentsPage.tsx';
export { DocumentPage } from './editing/DocumentPage.tsx';
export type { Landmark } from './history/thread.ts';
export { VersionsPage } from './history/VersionsPage.tsx';
export { createDocumentParts } from './session/document-parts.tsx';
export { ReadersButton } from './sharing/ReadersSheet.tsx';

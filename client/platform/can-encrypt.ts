/** Whether this browser can encrypt what it sends and read what others encrypted: one of the two ways that there are. */
export function canEncrypt(): boolean {
  const sender = globalThis.RTCRtpSender?.prototype;
  return 'RTCRtpScriptTransform' in globalThis || (sender && 'createEncodedStreams' in sender);
}

type Signs = readonly (readonly [sign: RegExp, word: string])[];

/** The order matters: nearly every browser also claims to be Safari, and many to be Chrome. */
const BROWSERS: Signs = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|HeadlessChrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: Signs = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/**
 * Browser and system in the words a person knows them by, such as "Firefox, Windows"; what is not known is
 * left out. The versions are dropped: they would help to follow somebody, not to recognise one's own phone.
 */
export function deviceInWords(userAgent: string): string {
  const words = [BROWSERS, SYSTEMS].map(
    (signs) => signs.find(([sign]) => sign.test(userAgent))?.[1] ?? null,
  );
  return words.filter((word) => word !== null).join(', ');
}

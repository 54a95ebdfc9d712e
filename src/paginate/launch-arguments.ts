/** What every browser is started with, whatever it is and wherever it was found. */

/** Services of a desktop browser that would look for the network in the background. */
const UNWANTED_FEATURES = [
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'DialMediaRouteProvider',
  'InterestFeedContentSuggestions',
  'CertificateTransparencyComponentUpdater',
  'AutofillServerCommunication',
];

/**
 * Arguments for the browser. `root`: whether this process runs as root.
 *
 * The browser gets no network: a yearbook is made of local files, a manuscript must not be able to fetch anything,
 * and a machine without internet must give the same pages without waiting for time-outs.
 */
export function launchArguments({ root = process.getuid?.() === 0 }: { root?: boolean } = {}): string[] {
  return [
    // Chromium refuses to start its sandbox as root. Everyone else keeps the sandbox.
    ...(root ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-quic',
    '--disable-sync',
    '--metrics-recording-only',
    '--no-first-run',
    `--disable-features=${UNWANTED_FEATURES.join(',')}`,
    // A page of local files needs neither of these as a process of its own; each costs a tenth of a second to start.
    '--in-process-gpu',
    '--enable-features=NetworkServiceInProcess2',
    // No name resolves, so nothing outside is reached even by a request nobody thought of.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    // Hinting rounds advance widths to the screen's pixels; on paper every line would come out a little different.
    '--font-render-hinting=none',
  ];
}

// What comes over the wire, and when, by the browser's own count.

/** Counts every byte that comes over the wire, headers included. Times are in seconds of the protocol's clock. */
export function meter(cdp) {
  const requests = new Map();
  let failed = null;
  let clock = null; // from the protocol's clock to the wall's
  cdp.on("Network.requestWillBeSent", ({ requestId, timestamp, wallTime }) => {
    clock ??= wallTime - timestamp;
    requests.set(requestId, { bytes: 0, start: timestamp, end: Infinity });
  });
  cdp.on("Network.responseReceived", ({ requestId, response: { timing } }) => {
    if (timing) requests.get(requestId).start = timing.requestTime + timing.receiveHeadersEnd / 1000;
  });
  cdp.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    Object.assign(requests.get(requestId), { bytes: encodedDataLength, end: timestamp });
  });
  cdp.on("Network.loadingFailed", ({ errorText }) => (failed = errorText));
  return {
    failed: () => failed,
    total: () => [...requests.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    /**
     * The bytes that had come by `wall`, in milliseconds of the wall's clock. A response under way
     * counts in proportion: for compressed ones the protocol tells the bytes only at the end.
     */
    before(wall) {
      const now = wall / 1000 - clock;
      const share = ({ start, end }) => Math.min(1, Math.max(0, (now - start) / Math.max(end - start, 1e-6)));
      return [...requests.values()].reduce((sum, request) => sum + request.bytes * share(request), 0);
    },
  };
}

// What the benchmark runs inside the page. Each function is sent there as text: it must not use anything outside of itself.

/** Begins to note long tasks (longer than 50 ms) of the page's main thread. */
export function watchTasks() {
  globalThis.benchTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      globalThis.benchTasks.push({ startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });
}

/**
 * Begins to time the page's answers to events of these types. For each, in milliseconds since the browser gave it to the page:
 * `taskMs` until the page is free again, `frameMs` until the next frame is drawn, `cardMs` until a change of the card `node`
 * is drawn.
 */
export function watchEvents([types, node]) {
  globalThis.benchWatch?.abort();
  const watch = new AbortController();
  globalThis.benchWatch = watch;
  globalThis.benchTimes = [];
  const later = (next) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = next;
    channel.port2.postMessage(null);
  };
  const afterFrame = (next) => globalThis.requestAnimationFrame(() => later(next));
  const note = () => {
    const began = performance.now();
    const entry = {};
    globalThis.benchTimes.push(entry);
    const set = (name) => () => {
      entry[name] = performance.now() - began;
    };
    later(set('taskMs'));
    afterFrame(set('frameMs'));
    const card = globalThis.document.querySelector(`[data-card=${node}]`);
    if (card === null) return;
    const observer = new globalThis.MutationObserver(() => {
      observer.disconnect();
      afterFrame(set('cardMs'));
    });
    observer.observe(card, { subtree: true, characterData: true, childList: true });
  };
  for (const type of types) {
    globalThis.addEventListener(type, note, { capture: true, signal: watch.signal });
  }
}

/** Resolves when the page has drawn and nothing is left to do. */
export function settle() {
  return new Promise((resolve) => {
    const rest = (next) => globalThis.requestIdleCallback(next, { timeout: 2000 });
    rest(() => globalThis.requestAnimationFrame(() => rest(() => resolve(null))));
  });
}

/** Gives a file to the page as if it had been dropped there. */
export function dropFile([name, text]) {
  const dataTransfer = new globalThis.DataTransfer();
  dataTransfer.items.add(new File([text], name));
  globalThis.document.body.dispatchEvent(
    new globalThis.DragEvent('drop', { bubbles: true, dataTransfer }),
  );
}

/** Times the update of all shapes and problems after a change of the first layer, as the page's store makes it. */
export function timeUpdates([text, rounds]) {
  const { deriveFrom, applyEdit, readDocument } = globalThis.benchModel;
  const reading = readDocument(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  let state = deriveFrom(reading.value.document);
  const node = state.document.graph.nodes.find(({ kind }) => kind === 'conv2d').id;
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const edit = { type: 'setParams', node, params: { filters: 8 + (round % 50) } };
    state = deriveFrom(applyEdit(state.document, edit), state);
    times.push(performance.now() - began);
  }
  return times;
}

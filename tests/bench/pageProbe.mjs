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
 * `taskMs` until the page is free again, `frameMs` until the next frame is drawn.
 */
export function watchEvents(types) {
  globalThis.benchTimes = [];
  if (globalThis.benchWatched === true) return;
  globalThis.benchWatched = true;
  const watch = () => {
    const began = performance.now();
    const entry = {};
    globalThis.benchTimes.push(entry);
    const task = new MessageChannel();
    task.port1.onmessage = () => {
      entry.taskMs = performance.now() - began;
    };
    task.port2.postMessage(null);
    globalThis.requestAnimationFrame(() => {
      const frame = new MessageChannel();
      frame.port1.onmessage = () => {
        entry.frameMs = performance.now() - began;
      };
      frame.port2.postMessage(null);
    });
  };
  for (const type of types) globalThis.addEventListener(type, watch, true);
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

// The search of a site that is read from a folder. Browsers start no worker from a file, so the
// script runs in a hidden frame instead, which is given what it would have had in a worker.
if (location.protocol === "file:") {
  window.IFrameWorker = class IFrameWorker extends EventTarget {
    #waiting = [];
    #inside;

    constructor(script) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "Søk";
      document.body.append(frame);
      const inside = frame.contentWindow;
      const load = (address) =>
        new Promise((loaded, failed) => {
          const element = inside.document.createElement("script");
          Object.assign(element, { src: address, onload: loaded, onerror: failed });
          inside.document.body.append(element);
        });
      inside.importScripts = (...scripts) =>
        scripts.reduce((before, each) => before.then(() => load(each)), Promise.resolve());
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      load(script).then(() => {
        this.#inside = inside;
        this.#waiting.forEach((data) => this.postMessage(data));
      });
    }

    postMessage(data) {
      if (this.#inside) this.#inside.dispatchEvent(new MessageEvent("message", { data }));
      else this.#waiting.push(data);
    }
  };
  window.Worker = window.IFrameWorker;
}

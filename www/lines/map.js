// A slim map of the whole paste beside its lines: what is kept is wide and dark, what is dropped narrow and pale, and a
// frame shows what is in sight. It is drawn once a view, at most one stripe a pixel.

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {{ scroller: HTMLElement, topOf: (row: number) => number, rowAt: (offset: number) => number, total: () => number }} Place */

/** In pixels. */
const SMALLEST_FRAME = 10;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {HTMLElement} frame
 * @param {Place} place
 */
export function pasteMap(canvas, frame, place) {
  /** @type {Sheet | null} */
  let sheet = null;
  let waiting = 0;

  function draw() {
    waiting = 0;
    const { clientWidth: width, clientHeight: height } = canvas;
    const scale = devicePixelRatio;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const pen = canvas.getContext("2d");
    if (!pen || !sheet || sheet.rows.length === 0) return;
    const style = getComputedStyle(canvas);
    pen.scale(scale, scale);
    const total = place.total();
    const rows = sheet.rows.length;
    // By pixel, not by row: so a million rows cost as much as a thousand.
    const steps = Math.min(rows, Math.ceil(height));
    const kept = new Float32Array(steps);
    const seen = new Uint32Array(steps);
    for (let row = 0; row < rows; row += 1) {
      const step = Math.min(steps - 1, Math.floor((place.topOf(row) / total) * steps));
      kept[step] += Number(sheet.isKept(sheet.rows[row]));
      seen[step] += 1;
    }
    const size = Math.max(1, height / steps);
    let share = 0;
    for (let step = 0; step < steps; step += 1) {
      // A step without a row of its own is the middle of a tall one.
      if (seen[step] > 0) share = kept[step] / seen[step];
      const wide = share >= 0.5;
      pen.fillStyle = style.getPropertyValue(wide ? "--map-kept" : "--map-dropped");
      const length = wide ? width - 4 : (width - 4) * 0.35;
      pen.fillRect(2, step * size, length, Math.max(1, size - (size > 3 ? 1 : 0)));
    }
    moveFrame();
  }

  /** Scrolling moves only this. */
  function moveFrame() {
    const total = place.total();
    const { scrollTop, clientHeight } = place.scroller;
    const height = canvas.clientHeight;
    frame.hidden = !sheet || clientHeight >= total;
    const tall = Math.max(SMALLEST_FRAME, (clientHeight / total) * height);
    frame.style.height = `${tall}px`;
    frame.style.transform = `translateY(${Math.min((scrollTop / total) * height, height - tall)}px)`;
  }

  const redraw = () => {
    if (waiting === 0) waiting = requestAnimationFrame(draw);
  };

  /** @param {PointerEvent} event */
  const jump = (event) => {
    const { top, height } = canvas.getBoundingClientRect();
    const { scroller, total } = place;
    scroller.scrollTop = ((event.clientY - top) / height) * total() - scroller.clientHeight / 2;
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    jump(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) jump(event);
  });
  new ResizeObserver(redraw).observe(canvas);

  return {
    /** @param {Sheet | null} shown */
    show(shown) {
      sheet = shown;
      redraw();
    },
    moveFrame,
  };
}

// The hand that draws: a mouse, a finger, a pen, or the arrow keys. Two fingers, or the hand tool, move the picture.

const SHORT = 24; // pixels: a second finger that comes before one has gone so far means to move the picture
const NUDGE = 40, WHEEL = 0.0015, STEP = 1.25;

/**
 * Lets people draw on `canvas`, seen through `sight`. `brush` tells { drawing, tool, size, colour } of now;
 * `changed()` is called after what can be undone, `keys` does what else a key means.
 */
export function hand(canvas, sight, brush, { changed, keys }) {
  const down = new Map(); // pointers that touch, by id
  let doing = null, gone = 0, penned = false, cursor = null;

  const at = (event, size = brush().size) => ({ ...sight.inPicture(event), size });
  const rubs = (event) => brush().tool === "eraser" || (event.buttons & 32) > 0; // a pen turned round
  const moves = (event) =>
    brush().tool === "move" || event.button === 1 || (penned && event.pointerType === "touch");

  /** A pen draws as broad as it is pressed. */
  const wide = ({ pointerType, pressure }) =>
    brush().size * (pointerType === "pen" && pressure > 0 ? 0.3 + 0.7 * pressure : 1);

  function pressed(event) {
    if (event.button > 1 && event.button !== 5) return;
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, event);
    penned ||= event.pointerType === "pen";
    if (down.size > 1) return pinch();
    gone = 0;
    doing = moves(event) ? "move" : "draw";
    if (doing === "draw") {
      brush().drawing.down(at(event, wide(event)), rubs(event) ? null : brush().colour);
      sight.point(at(event));
    }
    event.preventDefault();
    canvas.focus({ preventScroll: true, focusVisible: false });
  }

  /** From two fingers on the picture moves; a stroke that was only just begun was none. */
  function pinch() {
    if (doing === "draw") lift(gone > SHORT);
    doing = "pinch";
    sight.point(null);
  }

  function lift(stays) {
    brush().drawing.up(stays);
    sight.redraw();
    if (stays) changed();
  }

  function moved(event) {
    const before = down.get(event.pointerId);
    if (!before) return hover(event);
    const right = event.clientX - before.clientX, below = event.clientY - before.clientY;
    gone += Math.hypot(right, below);
    if (doing === "draw") draw(event);
    if (doing === "move") sight.pan(right, below);
    if (doing === "pinch" && down.size === 2) spread(event, right, below);
    down.set(event.pointerId, event);
  }

  function draw(event) {
    const all = event.getCoalescedEvents?.() ?? [];
    for (const each of all.length ? all : [event]) brush().drawing.move(at(each, wide(each)));
    sight.point(at(event));
  }

  /** One of two fingers has moved: what lies between them moves and grows with them. */
  function spread(event, right, below) {
    const before = down.get(event.pointerId), other = [...down.values()].find((each) => each !== before);
    const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
    const { left, top } = canvas.getBoundingClientRect();
    const around = { x: (event.clientX + other.clientX) / 2 - left, y: (event.clientY + other.clientY) / 2 - top };
    sight.pan(right / 2, below / 2);
    sight.zoom(apart(event) / apart(before), around);
  }

  function hover(event) {
    if (event.pointerType !== "touch") sight.point(brush().tool === "move" ? null : at(event));
  }

  function released(event) {
    if (!down.delete(event.pointerId)) return;
    if (doing === "draw") lift(event.type === "pointerup" || gone > SHORT);
    if (event.pointerType === "touch") sight.point(null);
    if (!down.size) doing = null;
    else if (doing !== "pinch") doing = "pinch"; // the finger that is left draws nothing
  }

  // keys

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || doing) return;
    const arrow = ARROWS[event.key];
    if (arrow) step(arrow, event.shiftKey);
    else if (event.key === " " || event.key === "Enter") dab(cursorNow());
    else if (!keys(event.key)) return;
    event.preventDefault();
  }

  function cursorNow() {
    const { drawing: { width, height }, size } = brush();
    cursor ??= { x: width / 2, y: height / 2 };
    return { ...cursor, size };
  }

  /** The keys move the brush by half of its width, and draw on the way; or they move the picture. */
  function step([right, down], draws) {
    if (brush().tool === "move") return sight.pan(-right * NUDGE, -down * NUDGE);
    const from = cursorNow(), { drawing: { width, height }, size } = brush();
    const within = (value, most) => Math.min(Math.max(value, 0), most);
    cursor = { x: within(from.x + (right * size) / 2, width), y: within(from.y + (down * size) / 2, height) };
    if (draws) dab(from, cursorNow());
    sight.reveal(cursor);
    sight.point(cursorNow());
  }

  function dab(...points) {
    const { drawing, tool, colour } = brush();
    if (tool === "move") return;
    drawing.down(points[0], tool === "eraser" ? null : colour);
    for (const point of points.slice(1)) drawing.move(point);
    lift(true);
    sight.point(cursorNow());
  }

  function wheel(event) {
    event.preventDefault();
    const { left, top } = canvas.getBoundingClientRect();
    sight.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 6 : 1) * WHEEL), { x: event.clientX - left, y: event.clientY - top });
  }

  const heard = {
    pointerdown: pressed, pointermove: moved, pointerup: released, pointercancel: released, keydown: key,
    pointerleave: () => doing || sight.point(null),
    blur: () => sight.point(null),
    contextmenu: (event) => event.preventDefault(),
  };
  for (const [name, listen] of Object.entries(heard)) canvas.addEventListener(name, listen);
  canvas.addEventListener("wheel", wheel, { passive: false });

  return {
    /** Begins anew, in the middle. */
    rest() {
      down.clear();
      doing = cursor = null;
      penned = false;
    },
    nearer: (times) => sight.zoom(STEP ** times),
  };
}

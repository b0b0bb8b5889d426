// The text: an ordinary text area, over a copy of it in which headings and numbers are marked.

const MOST_MARKED = 1_000_000; // characters; a browser would take seconds for the marks of more
const PAUSE = 250; // milliseconds without a stroke after which an edit is saved

export class Editor {
  constructor(handlers) {
    this.handlers = handlers;
    this.area = document.getElementById("text");
    this.backdrop = document.getElementById("backdrop");
    this.dirty = false;
    this.saving = null;
    this.saves = 0; // begun and ended: what was read of the server in between may be older than the text
    this.timer = 0;
    this.marks = null;
    this.tops = null;
    this.leads = false;
    this.drawing = 0; // what the browser has been asked for, ahead of its next frame
    this.area.addEventListener("input", () => this.onInput());
    this.area.addEventListener("scroll", () => this.onScroll());
    for (const kind of ["wheel", "pointerdown", "keydown", "touchmove"]) {
      this.area.addEventListener(kind, () => (this.leads = true), { passive: true });
    }
    this.area.addEventListener("click", () => this.onPick());
    this.area.addEventListener("keyup", (event) => event.key.startsWith("Arrow") && this.onPick());
    new ResizeObserver(() => (this.tops = null)).observe(this.area);
    window.addEventListener("beforeunload", (event) => this.dirty && event.preventDefault());
  }

  set readOnly(value) {
    this.area.readOnly = value;
  }

  replace(text) {
    const { selectionStart, selectionEnd, scrollTop } = this.area;
    if (this.area.value !== text) this.area.value = text;
    if (document.activeElement === this.area) this.area.setSelectionRange(selectionStart, selectionEnd);
    this.area.scrollTop = scrollTop;
    this.dirty = false;
    this.draw();
  }

  onInput() {
    this.dirty = true;
    this.handlers.changed();
    if (!this.drawing) this.drawing = requestAnimationFrame(() => this.draw());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAUSE);
  }

  get unsaved() {
    return this.dirty || this.saving !== null;
  }

  // Save what is not saved yet; wait for a save that is under way. What is refused stays unsaved.
  async flush() {
    clearTimeout(this.timer);
    if (this.saving) await this.saving;
    if (!this.dirty) return;
    this.dirty = false;
    const text = this.area.value;
    this.saves += 1;
    this.saving = this.handlers.save(text, this.lineNumber(this.area.selectionStart));
    const held = await this.saving;
    this.saves += 1;
    this.saving = null;
    if (!held) this.dirty = true;
    else if (this.area.value !== text && this.dirty) this.timer = setTimeout(() => this.flush(), PAUSE);
  }

  lineNumber(place) {
    return this.area.value.slice(0, place).split("\n").length;
  }

  line() {
    const text = this.area.value;
    const start = text.lastIndexOf("\n", this.area.selectionStart - 1) + 1;
    const end = text.indexOf("\n", start);
    return text.slice(start, end < 0 ? text.length : end);
  }

  mark(marks) {
    this.marks = marks;
    this.draw();
  }

  // Offsets of the marks are those of the text that was laid out; what was typed since moves them.
  shift() {
    const before = this.marks.text;
    const now = this.area.value;
    if (before === now) return (place) => place;
    const most = Math.min(before.length, now.length);
    let head = 0;
    while (head < most && before[head] === now[head]) head += 1;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
    const moved = now.length - before.length;
    return (place) => (place <= head ? place : place >= before.length - tail ? place + moved : -1);
  }

  draw() {
    cancelAnimationFrame(this.drawing);
    this.drawing = 0;
    const text = this.area.value;
    const pieces = [];
    const shift = this.marks && text.length < MOST_MARKED ? this.shift() : null;
    for (const [kind, start, end] of shift ? this.collect(shift) : []) pieces.push({ kind, start, end });
    pieces.sort((one, other) => one.start - other.start || other.end - one.end);
    const nodes = [];
    let at = 0;
    for (const { kind, start, end } of pieces) {
      if (start < at) continue;
      nodes.push(text.slice(at, start));
      const mark = document.createElement("mark");
      mark.className = kind;
      mark.textContent = text.slice(start, end);
      nodes.push(mark);
      at = end;
    }
    nodes.push(`${text.slice(at)}\n`);
    this.backdrop.replaceChildren(...nodes);
    this.tops = null;
    this.backdrop.scrollTop = this.area.scrollTop;
  }

  *collect(shift) {
    const { headings, numbers, left_out: leftOut } = this.marks;
    const ordered = [
      ...leftOut.map(([place]) => ["out", place]),
      ...numbers.map((each) => [each.state, each.place]),
      ...headings.flatMap((each) => this.cut(each.place, numbers).map((place) => [each.level ? "heading" : "title", place])),
    ];
    for (const [kind, place] of ordered) {
      const start = shift(place.start);
      const end = shift(place.end);
      if (start >= 0 && end > start) yield [kind, start, end];
    }
  }

  // A heading with numbers in it is marked around them.
  cut(place, numbers) {
    const inside = numbers
      .map((each) => each.place)
      .filter((each) => each.start >= place.start && each.end <= place.end)
      .sort((one, other) => one.start - other.start);
    const found = [];
    let start = place.start;
    for (const each of inside) {
      if (each.start > start) found.push({ start, end: each.start });
      start = each.end;
    }
    if (place.end > start) found.push({ start, end: place.end });
    return found;
  }

  select(start, end) {
    const shift = this.marks ? this.shift() : (place) => place;
    const [first, last] = [shift(start), shift(end)];
    if (first < 0) return;
    this.leads = false;
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(first, last < 0 ? first : last);
    this.area.scrollTop = Math.max(0, this.measure(first) - this.area.clientHeight / 3);
  }

  selectLine(line) {
    const lines = this.area.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    this.select(start, start + (lines[line - 1] ?? "").length);
  }

  measure(place) {
    return this.measureAll([place])[0];
  }

  // How far down places of the text stand, which are given in its order.
  measureAll(places) {
    const walker = document.createTreeWalker(this.backdrop, NodeFilter.SHOW_TEXT);
    const above = this.backdrop.scrollTop - this.backdrop.getBoundingClientRect().top;
    const range = document.createRange();
    let at = 0;
    let node = walker.nextNode();
    return places.map((place) => {
      while (node && at + node.length <= place) {
        at += node.length;
        node = walker.nextNode();
      }
      if (!node) return this.backdrop.scrollHeight;
      range.setStart(node, place - at);
      range.setEnd(node, place - at + 1);
      return range.getBoundingClientRect().top + above;
    });
  }

  onPick() {
    if (this.area.selectionStart === this.area.selectionEnd) this.handlers.picked(this.area.selectionStart);
  }

  onScroll() {
    this.backdrop.scrollTop = this.area.scrollTop;
    if (!this.leads || !this.marks || this.marks.text !== this.area.value) return;
    this.tops ??= this.measureAll(this.marks.passages.map((each) => each.start));
    const top = this.area.scrollTop + 4;
    const after = this.tops.findIndex((each) => each > top);
    const index = Math.max(0, (after < 0 ? this.tops.length : after) - 1);
    if (this.marks.passages.length) this.handlers.scrolled(this.marks.passages[index]);
  }

  follow(place) {
    this.leads = false;
    if (this.marks && this.marks.text === this.area.value) this.area.scrollTop = Math.max(0, this.measure(place.start) - 4);
  }
}

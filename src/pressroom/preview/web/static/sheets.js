// The pages: pictures of them, drawn as they come into sight, with their words to be selected and read aloud.

import { get, make, say } from "./common.js";

const LIT = 4000; // milliseconds that a place stays lit

export class Sheets {
  constructor(handlers) {
    this.handlers = handlers;
    this.box = document.getElementById("sheets");
    this.state = null;
    this.leads = false;
    this.seen = new Set();
    this.observer = new IntersectionObserver((entries) => this.onSight(entries), { root: this.box, rootMargin: "50%" });
    for (const kind of ["wheel", "pointerdown", "keydown", "touchmove"]) {
      this.box.addEventListener(kind, () => (this.leads = true), { passive: true });
    }
    this.box.addEventListener("scroll", () => this.onScroll());
    let width = 0;
    new ResizeObserver(() => {
      if (Math.abs(this.width() - width) < 40 || !this.state) return;
      width = this.width();
      for (const sheet of this.box.children) this.draw(sheet);
      this.tellSeen();
    }).observe(this.box);
  }

  // Pixels of the screen that a page is wide, in steps, so that a picture serves for a while.
  width() {
    const shown = this.box.firstElementChild?.clientWidth || this.box.clientWidth - 32 || 600;
    return Math.min(2400, Math.ceil((shown * devicePixelRatio) / 100) * 100);
  }

  show(state) {
    const changed = !this.state || this.state.revision !== state.revision;
    this.state = state;
    if (!changed) return;
    const { sizes } = state;
    while (this.box.children.length > sizes.length) this.drop(this.box.lastElementChild);
    while (this.box.children.length < sizes.length) this.box.append(this.add(this.box.children.length));
    sizes.forEach(([width, height], page) => {
      const sheet = this.box.children[page];
      sheet.style.aspectRatio = `${width} / ${height}`;
      sheet.setAttribute("aria-label", say("page_of", { page: page + 1, pages: sizes.length }));
      sheet.querySelector("img").alt = say("page_of", { page: page + 1, pages: sizes.length });
      this.draw(sheet);
    });
    this.tellSeen();
  }

  add(page) {
    const sheet = make("div", { class: "sheet", "data-page": page, role: "group" }, make("img", { alt: "", draggable: "false" }), make("div", { class: "words" }), make("div", { class: "hits", "aria-hidden": "true" }));
    sheet.addEventListener("click", (event) => this.onTouch(sheet, event));
    this.observer.observe(sheet);
    return sheet;
  }

  drop(sheet) {
    this.observer.unobserve(sheet);
    this.seen.delete(sheet);
    sheet.remove();
  }

  onSight(entries) {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.seen.add(target);
      else this.seen.delete(target);
      if (isIntersecting) this.draw(target);
    }
    this.tellSeen();
  }

  tellSeen() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      const pages = [...this.seen].map((sheet) => Number(sheet.dataset.page));
      if (pages.length) this.handlers.seen(Math.min(...pages), Math.max(...pages), this.width());
    }, 200);
  }

  async draw(sheet) {
    if (!this.seen.has(sheet) && Number(sheet.dataset.page) > 1) return;
    const page = Number(sheet.dataset.page);
    const drawn = `${this.state.revision}-${this.width()}`;
    if (sheet.dataset.drawn === drawn) return;
    sheet.dataset.drawn = drawn;
    const address = `/page/${page}?${this.handlers.query}&revision=${this.state.revision}&width=${this.width()}`;
    const next = new Image();
    next.alt = sheet.querySelector("img").alt;
    next.draggable = false;
    next.src = address;
    try {
      await next.decode();
    } catch {
      return; // the next layout is under way already
    }
    if (sheet.dataset.drawn !== drawn) return;
    sheet.querySelector("img").replaceWith(next);
    this.place(sheet, page);
    this.write(sheet, page);
  }

  // Number by number, where the pages show them.
  place(sheet, page) {
    const hits = this.state.marks.numbers.flatMap((number) =>
      [...number.place.boxes.map((box) => [box, number.state]), ...number.tile.map((box) => [box, "tile-words"])]
        .filter(([box]) => box.page === page)
        .map(([box, kind]) => {
          const hit = make("div", { class: `hit ${kind}` });
          put(hit, box);
          hit.addEventListener("click", (event) => {
            event.stopPropagation();
            this.handlers.picked(number);
          });
          return hit;
        }),
    );
    sheet.querySelector(".hits").replaceChildren(...hits);
  }

  async write(sheet, page) {
    const lines = await get(`/lines/${page}?${this.handlers.query}`).catch(() => []);
    const box = sheet.querySelector(".words");
    box.replaceChildren(
      ...lines.map(([words, place]) => {
        const line = make("span", {}, `${words} `);
        put(line, place);
        line.style.fontSize = `${(place.bottom - place.top) * sheet.clientHeight * 0.8}px`;
        return line;
      }),
    );
  }

  onTouch(sheet, event) {
    if (String(getSelection()).trim() || !this.state?.marks) return;
    const { top, height } = sheet.getBoundingClientRect();
    const y = (event.clientY - top) / height;
    const page = Number(sheet.dataset.page);
    const above = this.state.marks.passages.filter(({ boxes: [box] }) => box.page < page || (box.page === page && box.top <= y));
    if (above.length) this.handlers.touched(above[above.length - 1]);
  }

  light(boxes) {
    for (const old of this.box.querySelectorAll(".lit")) old.remove();
    const lit = boxes.map((box) => {
      const mark = make("div", { class: "lit" });
      put(mark, box);
      this.box.children[box.page]?.append(mark);
      setTimeout(() => mark.remove(), LIT);
      return mark;
    });
    if (!lit.length) return;
    this.leads = false;
    const inSight = lit.some((mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      const box = this.box.getBoundingClientRect();
      return top >= box.top && bottom <= box.bottom;
    });
    if (!inSight) this.scrollTo(boxes[0], this.box.clientHeight / 3);
  }

  scrollTo(box, above = 8) {
    const sheet = this.box.children[box.page];
    if (sheet) this.box.scrollTop = sheet.offsetTop - this.box.offsetTop + box.top * sheet.clientHeight - above;
  }

  onScroll() {
    if (!this.leads || !this.state?.marks) return;
    const top = this.box.scrollTop;
    const place = this.state.marks.passages.findLast(({ boxes: [box] }) => {
      const sheet = this.box.children[box.page];
      return sheet && sheet.offsetTop - this.box.offsetTop + box.top * sheet.clientHeight <= top + 12;
    });
    if (place) this.handlers.scrolled(place);
  }

  follow(place) {
    this.leads = false;
    if (place.boxes.length) this.scrollTo(place.boxes[0]);
  }
}

function put(element, box) {
  element.style.left = `${box.left * 100}%`;
  element.style.top = `${box.top * 100}%`;
  element.style.width = `${(box.right - box.left) * 100}%`;
  element.style.height = `${(box.bottom - box.top) * 100}%`;
}

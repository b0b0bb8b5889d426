// What the pages of the preview share: their words, requests to the server, events from it.

const words = JSON.parse(document.getElementById("words").textContent);

export function say(name, parts = {}) {
  return words[name].replace(/\{(\w+)\}/g, (whole, part) => (part in parts ? parts[part] : whole));
}

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [kind, listener] of Object.entries(value)) element.addEventListener(kind, listener);
    else if (name === "class") element.className = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const toast = document.getElementById("toast");
let hiding = 0;

export function tell(message) {
  (document.querySelector("dialog[open]") ?? document.body).append(toast); // in sight above a dialog
  toast.textContent = message;
  toast.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (toast.hidden = true), 8000);
}

export class Refused extends Error {
  constructor(status, answer) {
    super(answer.cure ? `${answer.error}. ${answer.cure}` : answer.error || "");
    this.status = status;
    this.answer = answer;
  }
}

async function read(response) {
  const kind = response.headers.get("content-type") || "";
  const answer = kind.includes("json") ? await response.json() : { error: await response.text() };
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

async function reach(address, options) {
  try {
    return await fetch(address, options);
  } catch {
    throw new Refused(0, { error: say("lost") });
  }
}

export async function get(address) {
  return read(await reach(address, { cache: "no-store" }));
}

export async function post(address, data) {
  const body = data instanceof Blob ? data : JSON.stringify(data);
  return read(await reach(address, { method: "POST", body }));
}

export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tell(error.message);
    return undefined;
  }
}

export function listen(handlers, opened = () => {}, lost = () => {}) {
  const source = new EventSource("/events");
  for (const [kind, handler] of Object.entries(handlers)) {
    source.addEventListener(kind, (event) => handler(JSON.parse(event.data)));
  }
  source.addEventListener("open", () => opened());
  source.addEventListener("error", () => {
    tell(say("lost"));
    lost();
  });
  window.addEventListener("pagehide", () => source.close());
  return source;
}

// A row of tabs, one of which is in the tab order; the arrow keys go through them.
export function tabs(list, choose) {
  const buttons = [...list.querySelectorAll("[role=tab]")];
  const select = (button, focus) => {
    for (const each of buttons) {
      each.setAttribute("aria-selected", String(each === button));
      each.tabIndex = each === button ? 0 : -1;
    }
    if (focus) button.focus();
    choose(button.getAttribute("aria-controls"));
  };
  for (const button of buttons) button.addEventListener("click", () => select(button, false));
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = buttons.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    select(buttons[(at + step + buttons.length) % buttons.length], true);
  });
  return (id) => select(buttons.find((button) => button.getAttribute("aria-controls") === id), false);
}

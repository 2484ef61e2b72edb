
// Sorts, searches and filters the table of cases, and opens a case from what is packed in the page.
// Nothing is ever made from text but text: no markup, no code.
const table = document.getElementById("tabell");
const body = table.tBodies[0];
const form = document.getElementById("utvalg");
const search = document.getElementById("sok");
const told = document.getElementById("antall");
const rest = document.getElementById("flere");
const AT_ONCE = Number(table.dataset.atOnce);
const [HOLDS, FAILS, UNDECIDED, NOT_ASKED, NO_RULE] = [0, 1, 2, 3, 4];
const SIGNS = [["✓", "met", "holder"], ["✗", "broken", "holder ikke"], ["?", "undecided", "uavklart"]];

const cases = [...body.rows].map((row, number) => ({
  row, number, cells: [...row.cells].map((cell) => cell.dataset.sort ?? cell.textContent),
}));
for (const each of cases) each.text = `${each.row.id} ${each.cells.join(" ")}`.toLowerCase();
const byRow = new Map(cases.map((each) => [each.row, each]));
const heads = [...table.tHead.rows[0].cells];
let shown = cases, order = cases, limit = AT_ONCE;

// --- which rows, and in which order ---------------------------------------------------------

const groups = [...form.querySelectorAll("select[id^=velg]")];
const has = document.getElementById("har");
const columnOf = (word) => heads.findIndex((head) => head.textContent === word);

function fits(each) {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => each.text.includes(word))
    && groups.every((select) => !select.value
      || each.cells[1 + Number(select.id.slice(5))].split("; ").includes(select.value))
    && (!has?.value || each.cells[columnOf(has.value)] !== "–");
}

function show() {
  shown = order.filter(fits);
  const seen = new Set(shown);
  for (const each of cases) each.row.classList.toggle("out", !seen.has(each));
  shown.forEach((each, place) => each.row.classList.toggle("later", place >= limit && !each.opened));
  for (const each of cases) {
    if (each.opened) each.opened.className = `case ${each.row.classList.contains("out") ? "out" : ""}`;
  }
  const some = shown.length > limit ? `, de første ${limit} vises` : "";
  told.textContent = `${spaced(shown.length)} av ${spaced(cases.length)} saker${some}`;
  rest.hidden = shown.length <= limit;
}

const spaced = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, "\u00a0");

function sort(column, direction) {
  const numeric = heads[column].classList.contains("n");
  const key = (each) => numeric ? Number(each.cells[column].replace("–", "0").replace(/\s/g, ""))
    : each.cells[column];
  const words = new Intl.Collator("nb", { numeric: true });
  const compare = (a, b) => numeric ? key(a) - key(b) : words.compare(key(a), key(b));
  order = [...cases].sort((a, b) => direction * compare(a, b) || a.number - b.number);
  const all = document.createDocumentFragment();
  for (const each of order) all.append(each.row, ...(each.opened ? [each.opened] : []));
  body.append(all);
  heads.forEach((head, place) => head.setAttribute("aria-sort",
    place !== column ? "none" : direction > 0 ? "ascending" : "descending"));
  show();
}

heads.forEach((head, column) => {
  const button = make("button", { type: "button" }, head.textContent);
  head.replaceChildren(button);
  button.addEventListener("click", () => {
    const now = head.getAttribute("aria-sort");
    const first = head.classList.contains("n") ? -1 : 1;
    sort(column, now === "ascending" ? -1 : now === "descending" ? 1 : first);
  });
});

let waiting = 0;
const soon = () => { clearTimeout(waiting); waiting = setTimeout(show, 80); };
form.hidden = false;
form.addEventListener("input", () => { limit = AT_ONCE; soon(); });
// The fields are emptied after the event.
form.addEventListener("reset", () => { limit = AT_ONCE; setTimeout(show); });
form.addEventListener("submit", (event) => event.preventDefault());
rest.addEventListener("click", () => { limit = Infinity; show(); });

// --- what is packed --------------------------------------------------------------------------

let packed;

function unpacked() {
  packed ??= (async () => {
    const bytes = Uint8Array.from(atob(document.getElementById("pakket").textContent),
      (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return JSON.parse(await new Response(stream).text());
  })();
  return packed;
}

function make(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// --- one case --------------------------------------------------------------------------------

async function open(each) {
  if (each.opened) return;
  const row = each.row;
  const inside = make("div", {});
  each.opened = make("tr", { class: "case" },
    make("td", { colspan: row.cells.length }, inside));
  row.after(each.opened);
  row.classList.add("open");
  link(row).setAttribute("aria-expanded", "true");
  const heading = make("h3", { tabindex: "-1" }, link(row).textContent);
  inside.append(heading);
  heading.focus({ preventScroll: true });
  try {
    fill(inside, each, await unpacked());
  } catch {
    inside.append(make("p", {}, "Nettleseren kan ikke pakke ut saken. Bruk en nyere, eller skriv "
      + "ntr vurder SAK --format html."));
  }
}

function close(each) {
  each.opened?.remove();
  each.opened = undefined;
  each.row.classList.remove("open");
  link(each.row).setAttribute("aria-expanded", "false");
}

const link = (row) => row.cells[0].querySelector("a");

function fill(inside, each, all) {
  const verdicts = all.saker[each.number].map((number) => all.svar[number]);
  const shut = make("button", { type: "button" }, "Lukk saken");
  shut.addEventListener("click", () => { close(each); link(each.row).focus(); });
  inside.append(make("p", { class: "muted" }, all.om[each.number]), shut);
  for (const outcome of [FAILS, UNDECIDED, HOLDS, NOT_ASKED, NO_RULE]) {
    const some = verdicts.filter((one) => one[1] === outcome);
    if (!some.length) continue;
    const heading = make("h4", {}, `${all.utfall[outcome]} (${some.length})`);
    const list = outcome > UNDECIDED ? quiet(some, all) : some.map((one) => verdict(one, all));
    const summary = make("summary", {}, heading);
    const part = make("details", {}, summary, ...list);
    part.open = outcome === FAILS || outcome === UNDECIDED;
    inside.append(part);
  }
}

function quiet(some, all) {
  return [make("ul", {}, ...some.map((one) => {
    const [, place, called] = all.normer[one[0]];
    return make("li", {}, `${place} ${called}: `, make("span", { class: "muted" },
      all.tekster[one[4]] || all.tekster[one[3]]));
  }))];
}

function verdict(one, all) {
  const text = (number) => all.tekster[number];
  const [norm, , role, word, says, cited, own, notes, lacks, steps] = one;
  const [, , called, kind] = all.normer[norm];
  const head = make("h5", {}, called, " ");
  if (kind) head.append(make("small", {}, kind), " ");
  head.append(make("strong", { class: text(role) }, text(word)));
  const made = make("article", { class: `verdict ${text(role)}` }, head);
  for (const each of [says, ...notes]) if (text(each)) made.append(make("p", {}, text(each)));
  if (text(cited)) made.append(make("p", { class: "muted" }, text(cited)));
  if (lacks.length) {
    made.append(make("p", {}, "Dette mangler:"),
      make("ul", {}, ...lacks.map((each) => make("li", {}, text(each)))));
  }
  if (text(own)) made.append(later("Med egne ord", () => make("p", {}, text(own))));
  if (steps.length) made.append(later("Begrunnelse", () => tree(steps, all)));
  return made;
}

function later(name, content) {
  const made = make("details", {}, make("summary", {}, name));
  made.addEventListener("toggle", () => made.append(content()), { once: true });
  return made;
}

function tree(steps, all) {
  return make("ul", { class: "reason" }, ...steps.map((number) => {
    const [result, decisive, what, value, asides, below] = all.steg[number];
    const [sign, role, spoken] = SIGNS[result];
    const item = make("li", {}, make("span", { class: role, "aria-hidden": "true" }, sign), " ",
      make("span", { class: "spoken" }, `${spoken}: `),
      decisive ? make("b", {}, all.tekster[what]) : all.tekster[what]);
    if (all.tekster[value]) item.append(`: ${all.tekster[value]}`);
    for (const each of asides) {
      item.append(make("br", {}), make("small", { class: "muted" }, all.tekster[each]));
    }
    if (below.length) item.append(tree(below, all));
    return item;
  }));
}

// --- links -----------------------------------------------------------------------------------

body.addEventListener("click", (event) => {
  const target = event.target.closest("th[scope=row] > a");
  if (!target) return;
  event.preventDefault();
  const each = byRow.get(target.closest("tr"));
  if (each.opened) {
    close(each);
    history.replaceState(null, "", location.pathname + location.search);
  } else {
    history.pushState(null, "", target.getAttribute("href"));
    open(each);
  }
});

body.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const each = cases.find((one) => one.opened?.contains(event.target));
  if (each) { close(each); link(each.row).focus(); }
});

function follow() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  const each = cases.find((one) => one.row.id === wanted);
  if (!each) return;
  if (!fits(each)) form.reset();
  open(each);
  show();
  each.row.scrollIntoView();
}

for (const each of cases) link(each.row).setAttribute("aria-expanded", "false");
addEventListener("hashchange", follow);
heads.forEach((head) => head.setAttribute("aria-sort", "none"));
show();
follow();

"use strict";
// The page works by its links alone; this adds marking, filters, tabs and keys. It counts no characters: marks come laid out.
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const list = (words) => (words ?? "").split(" ").filter(Boolean);
  const text = byId("text");
  const digest = byId("digest");
  const help = byId("help");
  root.classList.add("js");

  // -- tabs
  const tabs = all("[role=tab]");
  const panelOf = (tab) => byId(tab.getAttribute("aria-controls"));

  function openTab(id) {
    for (const tab of tabs) {
      const open = tab.getAttribute("aria-controls") === id;
      tab.setAttribute("aria-selected", String(open));
      tab.tabIndex = open ? 0 : -1;
      panelOf(tab).hidden = !open;
    }
  }

  byId("tabs").addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) openTab(tab.getAttribute("aria-controls"));
  });
  byId("tabs").addEventListener("keydown", (event) => {
    const last = tabs.length - 1;
    const at = tabs.indexOf(document.activeElement);
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    openTab(tabs[next].getAttribute("aria-controls"));
    tabs[next].focus();
  });

  // -- marking: an entry of the digest, its evidence in the report, and what was weighed beside it
  const marked = [];
  let current = null;
  let places = null;

  function mark(element, name) {
    element.classList.add(name);
    marked.push([element, name]);
  }

  function unmark() {
    for (const [element, name] of marked) element.classList.remove(name);
    marked.length = 0;
    current?.removeAttribute("aria-current");
    current = null;
    byId("said").textContent = "";
  }

  function evidenceOf(id) {
    if (!places) {
      places = new Map();
      for (const piece of all("[data-of]", text)) {
        for (const key of list(piece.dataset.of)) {
          if (!places.has(key)) places.set(key, []);
          places.get(key).push(piece);
        }
      }
    }
    return places.get(id) ?? [];
  }

  // A figure that a page line cuts is several elements; they lead to the same row.
  const piecesOf = (element) => (element.hash ? all(`a.n[href="${CSS.escape(element.hash).replace(/^\\#/, "#")}"]`, text) : [element]);

  function reveal(element, block) {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    element.scrollIntoView({ block });
  }

  function show(item, { rows, marks, scroll = true } = {}) {
    unmark();
    const ids = rows ?? list(item.dataset.rows);
    const figures = (marks ?? marksOf(item, ids)).map(byId).filter(Boolean);
    const evidence = ids.flatMap(evidenceOf);
    for (const piece of evidence) mark(piece, "lit");
    for (const figure of figures) for (const piece of piecesOf(figure)) mark(piece, "on");
    for (const id of ids) for (const weighed of list(byId(id)?.dataset.weighed)) if (byId(weighed) && !figures.includes(byId(weighed))) mark(byId(weighed), "weighed");
    mark(item, "current");
    item.setAttribute("aria-current", "true");
    current = item;
    const first = figures[0] ?? evidence[0];
    if (first && scroll) reveal(first, "center");
    if (figures[0]) roam(figures[0]);
    byId("said").textContent = first ? `In the report: ${[...new Set([...evidence, ...figures])].map((one) => one.textContent).join("").slice(0, 200)}` : "";
    if (item.id) history.replaceState(null, "", `#${item.id}`);
  }

  // The rows of a sentence or flag say where they stand.
  function marksOf(item, ids) {
    return list(item.dataset.marks ?? ids.map((id) => byId(id)?.dataset.marks ?? "").join(" "));
  }

  function open(item, { focus = true, scroll = true } = {}) {
    openTab(item.closest(".panel").id);
    if (item.hidden) showAll();
    show(item, { scroll });
    const tall = item.offsetHeight > item.closest(".scroll").clientHeight / 2;
    item.scrollIntoView({ block: tall ? "start" : "nearest" });
    if (focus) item.focus({ preventScroll: true });
  }

  function openSection(section) {
    unmark();
    openTab("summary");
    section.scrollIntoView({ block: "start" });
    section.focus({ preventScroll: true });
    const heading = byId(section.id.replace("s", "h"));
    if (heading) {
      reveal(heading, "start");
      mark(heading, "on");
    }
    history.replaceState(null, "", `#${section.id}`);
  }

  /** Goes to whatever has this id: an entry, a section, a place in the report. */
  function follow(id) {
    const target = byId(id);
    if (!target) return;
    if (target.matches(".item")) open(target);
    else if (target.matches(".section")) openSection(target);
    else if (target.matches("a.n")) follow(target.hash.slice(1));
    else if (text.contains(target)) reveal(target, "start");
  }

  text.addEventListener("click", (event) => {
    const figure = event.target.closest("a.n");
    if (!figure || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const item = byId(figure.hash.slice(1));
    if (item) open(item, { scroll: false });
  });

  digest.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a[href]");
    const item = event.target.closest(".item");
    const target = link && byId(link.hash.slice(1));
    if (!link) {
      if (item && getSelection().isCollapsed) show(item);
      return;
    }
    event.preventDefault();
    if (item && text.contains(target)) {
      show(item);
      reveal(target, "center");
    } else if (target?.matches("tr.item") && link.closest(".prose, .glance")) {
      show(item ?? link.closest("li"), { rows: [target.id], marks: list(target.dataset.marks) });
    } else if (link.closest("h3") && link.closest(".section")) openSection(link.closest(".section"));
    else if (item === target && item) show(item);
    else if (target) follow(target.id);
  });

  // -- filters
  const rows = all("#figures tbody tr");
  const query = byId("query");
  const filters = all("select[data-filter]");
  const words = new Map();

  function wordsOf(row) {
    if (!words.has(row)) words.set(row, row.textContent.toLowerCase());
    return words.get(row);
  }

  function filter() {
    const wanted = list(query.value.toLowerCase().replace(/\s+/g, " "));
    const chosen = filters.filter((one) => one.value).map((one) => [one.dataset.filter, one.value]);
    let shown = 0;
    for (const row of rows) {
      const fits =
        chosen.every(([name, value]) => list(row.dataset[name]).includes(value)) &&
        wanted.every((word) => wordsOf(row).includes(word));
      row.hidden = !fits;
      shown += fits;
    }
    byId("shown").textContent = `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")}`;
    byId("nothing").hidden = shown > 0 || rows.length === 0;
  }

  function showAll() {
    query.value = "";
    for (const one of filters) one.value = "";
    filter();
  }

  query.addEventListener("input", filter);
  for (const one of filters) one.addEventListener("change", filter);
  byId("clear").addEventListener("click", showAll);
  for (const button of all("button[data-section]")) {
    button.addEventListener("click", () => {
      showAll();
      byId("by-section").value = button.dataset.section;
      filter();
      openTab("figures");
      byId("by-section").focus();
    });
  }
  for (const option of all("option[data-count]")) option.label = `${option.textContent} (${option.dataset.count})`;

  // -- keys
  let stop = null;

  // One figure of the report can be reached by Tab; j and k go on from there.
  function roam(figure) {
    if (stop) stop.tabIndex = -1;
    stop = figure;
    stop.tabIndex = 0;
  }

  function step(by) {
    if (text.contains(document.activeElement)) {
      const figures = all("a.n[id]", text);
      const next = figures[figures.indexOf(document.activeElement.closest("a.n")) + by];
      if (!next) return;
      const item = byId(next.hash.slice(1));
      if (item) open(item, { focus: false });
      next.focus({ preventScroll: true });
      return;
    }
    const items = all(".panel:not([hidden]) .item:not([hidden])", digest);
    const at = items.indexOf(current);
    const next = items[at === -1 ? (by > 0 ? 0 : items.length - 1) : at + by];
    if (next) open(next);
  }

  function stepFlagged(by) {
    const flagged = rows.filter((row) => "flagged" in row.dataset);
    if (!flagged.length) {
      openTab("flagged");
      return;
    }
    const at = flagged.indexOf(current);
    open(flagged.at(at === -1 ? (by > 0 ? 0 : -1) : (at + by) % flagged.length));
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    f: () => stepFlagged(1),
    F: () => stepFlagged(-1),
    t: () => byId("theme-button").click(),
    "?": () => help.showModal(),
    "/": () => {
      openTab("figures");
      query.focus();
      query.select();
    },
    Escape: () => {
      unmark();
      history.replaceState(null, "", location.pathname + location.search);
    },
  };

  document.addEventListener("keydown", (event) => {
    if (help.open || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target.closest?.("input, select, textarea");
    if (field) {
      if (event.key === "Escape" && field === query) {
        event.preventDefault();
        showAll();
        query.blur();
      }
      return;
    }
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  // -- help, light and dark, what the report shows
  byId("help-button").addEventListener("click", () => help.showModal());
  byId("help-close").addEventListener("click", () => help.close());
  help.addEventListener("click", (event) => {
    if (event.target === help) help.close();
  });

  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const nameTheme = () => (byId("theme-button").textContent = isDark() ? "Light" : "Dark");
  byId("theme-button").addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    nameTheme();
  });
  system.addEventListener("change", nameTheme);
  for (const button of all("button[data-toggle]")) {
    button.addEventListener("click", () => {
      const on = text.classList.toggle(button.dataset.toggle);
      button.setAttribute("aria-pressed", String(on));
    });
  }

  for (const figure of all("a.n", text)) figure.tabIndex = -1;
  const firstFigure = text.querySelector("a.n[id]");
  if (firstFigure) roam(firstFigure);
  nameTheme();
  filter();
  openTab("summary");
  follow(location.hash.slice(1));
  addEventListener("hashchange", () => follow(location.hash.slice(1)));
})();

/**
 * The search page: reads the address, asks Pagefind, shows what was found.
 *
 * Exact words first, close matches after them. Shards of older records are fetched when too little was found or when
 * the reader asks, so that a phone does not pay for what nobody looks at.
 */
const data = JSON.parse(document.getElementById("yz-search-data").textContent);
const root = new URL(data.base, location.href);
const form = document.querySelector(".yz-query");
const fields = [...form.querySelectorAll("select")];
const narrow = form.querySelector(".yz-narrow");
const status = document.querySelector(".yz-found");
const list = document.querySelector(".yz-results");
const more = document.querySelector(".yz-more");

const PAGE = 10;
const SCREEN = 3; // results that fill a phone's screen
const FIRST_RECORDS = 12500;
const BEFORE = 24;
const AROUND = 96;

/** A sentence with its fields filled; `{n:record|records}` gives the word that goes with the number. */
const say = (key, values = {}) =>
  data.words[key].replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name, one, other) =>
    one === undefined ? values[name] : String(values[name]) === "1" ? one : other,
  );
const number = (n) => n.toLocaleString("en");
const label = (value) => data.labels[value] ?? value;

let engine = null;
let words = null;
let ahead = 0; // how many shards are merged or on their way
let ready = null; // fulfilled when the engine and the shards up to `ahead` are there
let running = 0; // number of the newest search; older ones fall silent
let unwritten = null; // the address of what is being searched for, until there is an answer
let anew = ""; // a new address for the engine after a failure, since browsers keep a failed import
let lost = null; // why a file is missing, which Pagefind passes over as if there were nothing

const get = window.fetch;
window.fetch = async (...asked) => {
  try {
    const answer = await get(...asked);
    if (!answer.ok) throw new Error(answer.status);
    return new Response(await answer.arrayBuffer());
  } catch (error) {
    throw (lost = error);
  }
};

/** Load the engine and the newest shards, once. */
function start() {
  return ready ?? keep(load().then(() => reach(FIRST_RECORDS)));
}

/** Let what is asked wait for a step, until that fails. */
function keep(step) {
  ready = step;
  step.catch(() => ready === step && forget());
  return step;
}

/** The next search loads everything anew. */
function forget() {
  ready = lost = null;
  ahead = 0;
  anew = `?again=${Date.now()}`;
}

function fail(error, mine) {
  if (mine !== running) return;
  console.error(error);
  forget();
  clear(say("failed"));
}

async function load() {
  const part = (name) => import(new URL(`pagefind/${name}${anew}`, root).href);
  const [pagefind, cutting] = await Promise.all([part("pagefind.js"), part("words.js")]);
  words = cutting;
  engine = pagefind.createInstance({ basePath: new URL("pagefind/", root).pathname, noWorker: true });
  await engine.search(""); // fails if the engine did not start; merging would wait for ever
}

/** Merge further shards until `records` more are within reach. */
async function reach(records) {
  const former = ahead;
  for (let count = 0; ahead < data.shards.length && count < records; ahead++) {
    count += data.shards[ahead].count;
  }
  const options = { language: "und", baseUrl: "/" };
  await Promise.all(
    data.shards.slice(former, ahead).map(({ name }) => engine.mergeIndex(new URL(`pagefind/${name}/`, root).pathname, options)),
  );
  await engine.search(""); // fails if a shard is not whole
  return ahead > former;
}

const unread = () => data.shards.slice(ahead).reduce((sum, shard) => sum + shard.count, 0);

/** What each of the parts finds, by id: every part must be there. */
async function together(parts, filters) {
  let found = null;
  let counts = null;
  for (const part of parts) {
    const answer = await engine.search(words.ask(part).term, { filters });
    counts = parts.length === 1 ? answer : null;
    const here = new Map(answer.results.map((result) => [result.id, { result, score: result.score }]));
    if (found) {
      for (const [id, hit] of found) {
        const other = here.get(id);
        if (other) hit.score += other.score;
        else found.delete(id);
      }
    } else {
      found = here;
    }
  }
  return { hits: byScore(found), counts };
}

/** Records with at least half of the words that occur at all, rare words counting more. */
async function close(query, parts, filters, known) {
  const found = new Map();
  let occurring = 0;
  for (const word of smaller(query, parts)) {
    const { results } = await engine.search(words.ask(word).term, { filters });
    occurring += results.length > 0;
    const weight = 1 / Math.log2(2 + results.length);
    for (const result of results) {
      const hit = found.get(result.id) ?? { result, score: 0, words: 0 };
      hit.score += weight;
      hit.words += 1;
      found.set(result.id, hit);
    }
  }
  const enough = Math.ceil(occurring / 2);
  return byScore(new Map([...found].filter(([id, hit]) => hit.words >= enough && !known.has(id))));
}

/** A query in smaller words: the browser's own, or else pairs of characters. */
function smaller(query, parts) {
  const cutter = Intl.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;
  const own = cutter ? [...cutter.segment(query)].filter((each) => each.isWordLike).map((each) => each.segment) : [];
  const known = [...new Set(own.map((word) => word.toLowerCase()))].filter((word) => word.length > 1);
  if (known.length > 1) return known;
  const pairs = parts.flatMap((part) => words.cut(part)).filter((word) => word.length > 1);
  return [...new Set(pairs)];
}

function byScore(hits) {
  return [...hits.values()].sort((a, b) => b.score - a.score).map((hit) => hit.result);
}

async function find(query, filters) {
  const parts = words.parts(query);
  if (parts.length === 0) {
    const answer = Object.keys(filters).length ? await engine.search(null, { filters }) : { results: [] };
    return { exact: answer.results, close: [], counts: answer, parts };
  }
  const { hits, counts } = await together(parts, filters);
  const known = new Set(hits.map((hit) => hit.id));
  const loose = hits.length < PAGE ? await close(query, parts, filters, known) : [];
  return { exact: hits, close: loose, counts, parts };
}

async function search(further = 0) {
  const mine = ++running;
  const query = form.q.value.trim();
  const filters = Object.fromEntries(fields.filter((field) => field.value).map((field) => [field.name, field.value]));
  if (!query && !Object.keys(filters).length) return clear("");
  status.textContent = say("searching");
  lost = null;
  try {
    await start();
    if (further) await keep(reach(further));
    const narrowing = narrow.open || Object.keys(filters).length > 0;
    if (narrowing) await engine.filters(); // an answer counts only by filters that are loaded
    let found = await find(query, filters);
    while (!lost && mine === running && found.exact.length < PAGE && (await keep(reach(FIRST_RECORDS)))) {
      found = await find(query, filters);
    }
    if (lost) throw lost;
    if (narrowing) await offer(found.counts, mine);
    if (mine === running) await show(found, query, filters, mine);
  } catch (error) {
    fail(error, mine);
  }
}

function clear(text) {
  write();
  status.textContent = text;
  list.replaceChildren();
  more.replaceChildren();
}

async function show(found, query, filters, mine) {
  const all = [...found.exact, ...found.close];
  const none = Object.keys(filters).length ? say("noneFiltered") : say("none", { q: query });
  const n = found.exact.length;
  const head = all.length === 0 ? none : n === 0 ? say("loose") : say("found", { n: number(n) });
  const near = n ? found.close[0] : null; // from here on there is less than was asked for
  let named = 0;
  for (const [wave, results] of waves(all, found.parts).entries()) {
    const cards = await Promise.all(results.map((result) => card(result, found.parts, near)));
    if (mine !== running) return;
    if (wave === 0) {
      status.textContent = head + (n > PAGE ? " " + say("shown", { shown: PAGE }) : "");
      list.replaceChildren();
      more.replaceChildren();
    }
    for (const { item, same } of cards) list.insertBefore(item, same ? list.children[named++] : null);
    write();
  }
  document.documentElement.dataset.yizhanSearch = "done";
  turn(all, PAGE, found.parts, near, mine);
}

/**
 * The results of the first page as they are shown: those on the screen first, with any that may turn out to be just
 * what was asked, so that nothing moves later. A title is the beginning of its text; an id has Latin letters or digits.
 */
function waves(all, parts) {
  const page = all.slice(0, PAGE);
  const named = page.map((result) => result.words.includes(0) || /[a-z0-9]/.test(parts.join(""))).lastIndexOf(true);
  const first = Math.max(SCREEN, named + 1);
  return [page.slice(0, first), page.slice(first)];
}

/** The buttons under the results: further results, older records. */
function turn(all, shown, parts, near, mine) {
  const buttons = [];
  if (shown < all.length) {
    const next = all.slice(shown, shown + PAGE);
    buttons.push(
      button(say("more", { n: next.length }), async () => {
        const cards = await Promise.all(next.map((result) => card(result, parts, near)));
        if (mine !== running) return;
        list.append(...cards.map(({ item }) => item));
        cards[0].item.querySelector("a").focus();
        turn(all, shown + PAGE, parts, near, mine);
      }),
    );
  }
  if (ahead < data.shards.length) {
    buttons.push(button(say("older", { n: number(unread()) }), () => search(Infinity)));
  }
  more.replaceChildren(...buttons);
}

/** A button that rests while it works, and says so itself if that fails. */
function button(text, act) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", () => {
    made.disabled = true;
    act().catch(() => {
      made.disabled = false;
      made.textContent = say("failed");
      made.focus();
    });
  });
  return made;
}

/** One result, under a line of its own if it is `near`; `same` where its title or id is just what was asked. */
async function card(result, parts, near) {
  const found = await result.data();
  const title = found.meta.title ?? "";
  const url = found.url.replace(/^\/+/, "");
  const id = url.replace(/\/$/, "").split("/").pop();
  const link = element("a", { href: new URL(data.prefix + url, root).href, lang: "zh" }, ...marked(title, parts));
  const facts = element("p", { class: "yz-hit-facts" });
  if (found.meta.status) facts.append(badge(found.meta));
  const kind = found.filters?.kind?.[0];
  for (const fact of [kind && label(kind), found.meta.place, found.meta.date && date(found.meta.date)]) {
    if (fact) facts.append(element("span", {}, fact));
  }
  const text = found.content;
  const item = element("li", {}, link, facts, element("p", { class: "yz-excerpt", lang: "zh" }, ...excerpt(text, title, parts)));
  if (result === near) item.prepend(element("p", { class: "yz-near" }, say("near")));
  const asked = parts.join(" ");
  return { item, same: asked !== "" && [title.toLowerCase(), id].includes(asked) };
}

/** A matter's status has its family's colour and icon. */
function badge(meta) {
  if (!meta.family) return element("span", { class: "yz-flag" }, label(meta.status));
  return element("span", { class: `yz-badge yz-f-${meta.family}` }, label(meta.status));
}

function date(text) {
  const [year, month, day] = text.match(/\d+/g) ?? [];
  if (!data.prefix || !year) return text;
  const shape = { year: "numeric", ...(month && { month: "long" }), ...(day && { day: "numeric" }) };
  return new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)).toLocaleDateString("en-GB", { ...shape, timeZone: "UTC" });
}

/** The stretch of text around the first match after the title. */
function excerpt(text, title, parts) {
  const lower = text.toLowerCase();
  const body = lower.startsWith(title.toLowerCase()) ? title.length : 0;
  const places = parts.map((part) => lower.indexOf(part, body)).filter((place) => place >= 0);
  const near = places.length ? Math.max(body, Math.min(...places) - BEFORE) : body;
  const sentence = text.slice(near, Math.max(near, Math.min(...places))).lastIndexOf("。");
  const from = sentence < 0 || !places.length ? near : near + sentence + 1;
  const cut = text.slice(from, from + AROUND).replace(/^[\s。，；：、！？]+/u, "");
  return [from > body ? "…" : "", ...marked(cut, parts), from + AROUND < text.length ? "…" : ""];
}

function marked(text, parts) {
  const sorted = [...parts].sort((a, b) => b.length - a.length).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (sorted.length === 0) return [text];
  return text
    .split(new RegExp(`(${sorted.join("|")})`, "giu"))
    .map((piece, index) => (index % 2 ? element("mark", {}, piece) : piece));
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Fill the filters, with the number of results behind each. */
async function offer(answer, mine) {
  const totals = await engine.filters();
  if (mine !== running) return;
  for (const field of fields) {
    const all = totals[field.name] ?? {};
    const counts = answer ? (field.value ? answer.totalFilters : answer.filters)[field.name] : null;
    const values = Object.keys(all).filter((value) => !counts || counts[value] || value === field.value);
    const weigh = (value) => (counts ?? all)[value] ?? 0;
    values.sort((a, b) => (field.name === "year" ? b.localeCompare(a) : weigh(b) - weigh(a) || a.localeCompare(b, "zh")));
    choices(field, values, counts);
  }
}

function choices(field, values, counts) {
  const chosen = field.value;
  const options = values.map((value) => {
    const count = counts ? ` (${number(counts[value] ?? 0)})` : "";
    return element("option", { value }, label(value) + count);
  });
  field.replaceChildren(field.options[0], ...options);
  field.value = chosen;
}

/** Take query and filters from the address; a filter that is not offered yet becomes an option. */
function read() {
  const asked = new URLSearchParams(location.search);
  form.q.value = asked.get("q") ?? "";
  for (const field of fields) {
    const value = asked.get(field.name) ?? "";
    if (value && ![...field.options].some((option) => option.value === value)) {
      field.append(element("option", { value }, label(value)));
    }
    field.value = value;
    if (value) narrow.open = true;
  }
}

function address() {
  const asked = new URLSearchParams();
  if (form.q.value.trim()) asked.set("q", form.q.value.trim());
  for (const field of fields) if (field.value) asked.set(field.name, field.value);
  return asked.size ? `?${asked}` : location.pathname;
}

/** Write a new address once there is an answer, so as not to hold it up. */
function write() {
  if (unwritten === null) return;
  const asked = new URL(unwritten, location).href;
  unwritten = null;
  if (asked !== location.href) setTimeout(() => history.pushState(null, "", asked));
}

function again() {
  unwritten = address();
  return search();
}

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  again();
});
for (const field of fields) field.addEventListener("change", again);
form.querySelector(".yz-clear").addEventListener("click", () => {
  for (const field of fields) field.value = "";
  again();
});
narrow.addEventListener("toggle", async () => {
  if (!narrow.open || fields.some((field) => field.value)) return; // with a filter set, the search offers them
  const mine = running;
  lost = null;
  try {
    await start();
    await engine.filters();
    const parts = words.parts(form.q.value);
    await offer(parts.length === 1 ? await engine.search(words.ask(parts[0]).term) : null, mine);
    if (lost) throw lost;
  } catch (error) {
    fail(error, mine);
  }
});
form.q.addEventListener("focus", () => start().catch(() => {}), { once: true }); // the search tells if it fails
addEventListener("popstate", () => {
  unwritten = null;
  read();
  search();
});
read();
search();

export { find }; // for the tests, which ask for every result

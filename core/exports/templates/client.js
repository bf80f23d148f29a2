"use strict";
(() => {
  const facts = JSON.parse(document.getElementById("facts").textContent);
  const $ = (id) => document.getElementById(id);
  const answers = [...document.querySelectorAll(".answer")];
  const place = "microscope reply " + facts.number;

  // No zeros and no halves of letters: what is summed up here must arrive letter by letter.
  const whole = (text) => text.trim().replace(/[\ud800-\udfff]/gu, "\ufffd").replaceAll("\u0000", "");
  const said = (box) => ({
    creator: box.dataset.creator,
    answer: box.querySelector("input:checked")?.value ?? "",
    comment: whole(box.querySelector("textarea").value),
  });
  // The same sum is worked out where the reply is read: a slip while editing shows.
  const sum = (parts) => {
    let hash = 0xcbf29ce484222325n;
    const letters = parts.join("\u0000");
    for (let at = 0; at < letters.length; at++) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(letters.charCodeAt(at))) * 0x100000001b3n);
    }
    return hash.toString(16).padStart(16, "0");
  };

  const show = () => {
    const decided = answers.filter((box) => said(box).answer).length;
    $("count").textContent = decided
      ? `${decided} of ${answers.length} creators answered`
      : `${answers.length} creators to look at`;
    for (const box of answers) box.closest("li").dataset.answer = said(box).answer;
  };
  const keep = () => {
    show();
    try {
      localStorage.setItem(place, JSON.stringify({ by: $("by").value, said: answers.map(said) }));
    } catch { /* a browser that keeps nothing */ }
  };
  const recall = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(place) ?? "null");
      if (!kept) return;
      $("by").value = kept.by;
      kept.said.forEach((one, at) => {
        const choice = [...answers[at].querySelectorAll("input")].find((each) => each.value === one.answer);
        if (choice) choice.checked = true;
        answers[at].querySelector("textarea").value = one.comment;
      });
    } catch { /* nothing kept, or nothing that can be read */ }
  };

  const save = (event) => {
    event.preventDefault();
    const by = whole($("by").value);
    const at = new Date().toISOString();
    const decisions = answers.map(said);
    const flat = decisions.flatMap((one) => [one.creator, one.answer, one.comment]);
    const reply = {
      microscope_reply: 1, file: facts.number, title: facts.title, by, answered_at: at, decisions,
      check: sum([facts.number, by, at, ...flat]),
    };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(reply, null, 1)], { type: "application/json" }));
    link.download = facts.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    $("saved").textContent = `Saved as ${facts.name}. Send this file back; it has been sent to nobody.`;
  };

  const tip = $("tip");
  const point = (mark, text) => {
    tip.textContent = text;
    tip.hidden = false;
    const box = mark.getBoundingClientRect();
    const left = Math.min(Math.max(box.left + box.width / 2 - tip.offsetWidth / 2, 8), innerWidth - tip.offsetWidth - 8);
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${box.top + scrollY - tip.offsetHeight - 8}px`;
  };
  for (const drawing of document.querySelectorAll("figure [data-marks]")) {
    const words = facts.marks[drawing.dataset.marks] ?? [];
    const marks = drawing.querySelectorAll(".mark-symbol.role-mark path");
    marks.forEach((mark, at) => {
      if (!words[at]) return;
      mark.addEventListener("pointerenter", () => point(mark, words[at]));
      mark.addEventListener("pointerleave", () => { tip.hidden = true; });
      const creator = drawing.dataset.marks === "lines" && facts.places[at];
      if (creator) {
        mark.style.cursor = "pointer";
        mark.addEventListener("click", () => { location.hash = creator; });
      }
    });
  }

  const wanted = $("wanted");
  const odds = (moved) => {
    const goal = Number(wanted.value);
    const hits = facts.outcomes.filter((one) => one >= goal).length;
    const amount = new Intl.NumberFormat(facts.language).format(goal);
    $("chance").textContent = `${amount} ${facts.goal}: ${hits} of ${facts.outcomes.length} equally likely results reach it.`;
    if (!moved) return;
    for (const drawing of document.querySelectorAll("[data-marks=odds]")) {
      drawing.querySelectorAll(".mark-symbol.role-mark path").forEach((dot, at) => {
        dot.setAttribute("class", facts.outcomes[at] >= goal ? "reached" : "missed");
      });
    }
  };
  if (wanted) {
    wanted.addEventListener("input", odds);
    odds();
  }

  recall();
  show();
  document.addEventListener("input", keep);
  $("reply").addEventListener("submit", save);
})();

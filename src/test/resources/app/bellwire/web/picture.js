"use strict";

/* What the pages that draw conversations share. */

function element(tag, kind, ...inside) {
  const made = document.createElement(tag);
  made.className = kind;
  made.append(...inside);
  return made;
}

function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/* The picture that stands beside Bellwire's name. */
function bell() {
  const made = element("img", "bell");
  made.src = "bell.svg";
  made.alt = "";
  return made;
}

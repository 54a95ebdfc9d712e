/**
 * How the desk looks on which the sheets lie. Every selector has a class of ours: on the pages themselves nothing may
 * change, for their lines are made.
 */
export const DESK_STYLE = `
:root { background: #2f3236; }
.proof-desk { padding: 24px 24px 24px 264px; width: max-content; min-width: 100%; box-sizing: border-box; }
.proof-sheet {
  position: relative; overflow: hidden; margin: 0 auto 24px; background: #fff; scroll-margin-top: 12px;
  text-rendering: geometricPrecision; box-shadow: 0 2px 10px rgb(0 0 0 / 45%);
}
.proof-page { position: absolute; overflow: hidden; }
.proof-scaled { transform-origin: 0 0; }
.proof-drawing { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
.proof-drawing text {
  white-space: pre; text-spacing-trim: space-all; text-autospace: no-autospace; font-kerning: none;
  font-variant-ligatures: none; letter-spacing: 0;
}
.proof-anchor { position: absolute; left: 0; scroll-margin-top: 48px; }
.proof-link { position: absolute; cursor: pointer; }
.proof-link:hover, .proof-link:focus-visible { outline: 1px solid #2962b8; background: rgb(41 98 184 / 10%); }

.proof-note { position: absolute; margin: 0; padding: 0; border: 0; background: none; cursor: help; }
.proof-note.proof-error { background: rgb(208 32 32 / 14%); box-shadow: 0 1.5px #d02020; }
.proof-note.proof-warning { background: rgb(224 140 0 / 16%); box-shadow: 0 1.5px #d08000; }
.proof-note.proof-note.proof-dismissed { background: none; box-shadow: 0 1px #8a8f96; }
.proof-note:hover, .proof-note:focus-visible { outline: 2px solid #2962b8; outline-offset: 1px; }

.proof-popover {
  position: absolute; inset: auto; margin: 0; width: max-content; min-width: 200px; max-width: 340px; padding: 10px 14px;
  border: 1px solid #c4c8cd; border-top: 4px solid #5b7fb5; border-radius: 4px; background: #fff; color: #1c1e21;
  font: 14px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "NJ Hei", sans-serif; text-align: left;
  box-shadow: 0 6px 24px rgb(0 0 0 / 35%);
}
.proof-popover.proof-error { border-top-color: #d02020; }
.proof-popover.proof-warning { border-top-color: #d08000; }
.proof-popover .proof-who { color: #5c6167; font-size: 13px; }
.proof-popover .proof-reason { margin: 4px 0 6px; font-weight: 600; }
.proof-popover dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 10px; margin: 0; font-size: 13px; }
.proof-popover dt { color: #5c6167; }
.proof-popover dd { margin: 0; overflow-wrap: anywhere; }

.proof-list {
  position: fixed; inset: 0 auto 0 0; width: 240px; box-sizing: border-box; padding: 16px 14px; overflow: auto; z-index: 1;
  background: #24272a; color: #d7dade; text-align: left; line-break: auto;
  font: 13px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "NJ Hei", sans-serif;
}
.proof-list .proof-title { margin: 0 0 2px; font-size: 16px; font-weight: 600; color: #fff; }
.proof-list .proof-heading { margin: 16px 0 4px; font-size: 13px; font-weight: 600; color: #fff; }
.proof-list p { margin: 0; color: #a4a9af; text-indent: 0; }
.proof-list .proof-inexact { margin-top: 8px; padding: 6px 8px; border-radius: 3px; background: #6b4a00; color: #fff; }
.proof-list .proof-keys { margin-bottom: 4px; font-size: 12px; }
.proof-list ol { margin: 0; padding: 0; list-style: none; }
.proof-list a { display: block; padding: 1px 6px; border-radius: 3px; color: #d7dade; }
.proof-list a:hover, .proof-list a:focus-visible { background: #3a3f45; color: #fff; outline: none; }
.proof-list .proof-sheets { display: flex; flex-wrap: wrap; gap: 2px; }
.proof-list .proof-findings a {
  display: block; margin-bottom: 2px; border-left: 3px solid #5b7fb5; border-radius: 0 3px 3px 0;
  overflow: hidden; white-space: nowrap; text-overflow: ellipsis;
}
.proof-list .proof-findings a.proof-error { border-left-color: #e05050; }
.proof-list .proof-findings a.proof-warning { border-left-color: #e0a030; }
.proof-list .proof-dismissed a { opacity: 0.55; }
.proof-filter { display: flex; gap: 12px; margin-top: 10px; }
.proof-filter label { display: flex; align-items: center; gap: 4px; cursor: pointer; }
.proof-filter input { margin: 0; }

:root:has(#proof-show-notes:not(:checked)) .proof-note,
:root:has(#proof-show-changes:not(:checked)) .proof-change,
:root:has(#proof-show-drawing:not(:checked)) .proof-drawing { display: none; }
@media (max-width: 900px) {
  .proof-list { position: static; width: auto; }
  .proof-desk { padding: 12px; }
}
`;

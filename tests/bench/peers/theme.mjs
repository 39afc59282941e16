// The look that every peer shares, so that what differs is the tool and not the design.

export const INK = "#1c2430";
export const MUTED = "#5b6675";
export const GRID = "#dde2e8";
export const FONT = 'system-ui, "Liberation Sans", Arial, sans-serif';
export const LABEL_PX = 12;
export const TITLE_PX = 13;

export const HUE = { bri: "#1f5fa8", brics: "#9a4a12", africa: "#2b7a3d", asean: "#6b3fa0" };
/** Lighter marks for what is background to the source article. */
export const BACKGROUND = "#c98f63";

// Heights in CSS px. No height depends on the width, so the page reserves all of them
// before any script runs and nothing shifts.
export const HEAD = 26; // a panel's title
export const ROW = 44; // a label, a bar under it, and air
export const BAR = 16;
export const AXIS = 26; // tick labels
export const GAP = 14; // between panels
export const EDGE = 14; // left and right, so that no tick label is cut

export const MEMBER_ROW = 24;
export const MEMBER_BAR = 12;
export const NAMES = 136; // the column of member names
export const COUNT = 84;
export const EVENTS = 104;

export const panelHeight = (panel) => HEAD + panel.rows.length * ROW + AXIS;

export const panelsHeight = (panels) =>
  panels.reduce((sum, panel) => sum + panelHeight(panel), GAP * (panels.length - 1));

export const membershipHeights = (members) => ({
  count: HEAD + COUNT,
  members: HEAD + members.length * MEMBER_ROW,
  events: HEAD + EVENTS + AXIS,
});

export const membershipHeight = (members) => {
  const heights = membershipHeights(members);
  return heights.count + heights.members + heights.events + 2 * GAP;
};

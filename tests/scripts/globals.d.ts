// Names that the build defines (xtask/finish); they are absent in `trunk serve`.

interface ImportMeta {
  shareScript?: string;
  shareStyle?: string;
  exportScript?: string;
  exportWasm?: string;
}

/** The program of the page, on its way (static/head.js). */
interface HTMLScriptElement {
  program?: Promise<Response>;
}

declare var TECH_TIES_SITE: [views: Record<string, [title: string, whole?: number[], bare?: number[]]>, parameters: string[]] | undefined;

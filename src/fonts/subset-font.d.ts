/** subset-font 2.9 ships no types; these are the options that are used. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'truetype' | 'woff'; keepFeatures?: string[]; noHinting?: boolean },
  ): Promise<Uint8Array>;
}

/** What is used of lcms-wasm, which brings no types: Little CMS as a WebAssembly module. */
declare module 'lcms-wasm' {
  /** Handles are addresses in the module's memory; 0 is none. */
  export interface Lcms {
    /** The module's memory; a new view each time it has grown. */
    readonly HEAPU8: Uint8Array;
    _malloc(size: number): number;
    _free(address: number): void;
    ccall(name: 'cmsOpenProfileFromMem', result: 'number', types: string[], values: number[]): number;
    cmsCloseProfile(profile: number): void;
    cmsCreate_sRGBProfile(): number;
    cmsCreateLab4Profile(whitePoint?: number[]): number;
    cmsCreateTransform(
      input: number,
      inputFormat: number,
      output: number,
      outputFormat: number,
      intent: number,
      flags: number,
    ): number;
    cmsDeleteTransform(transform: number): void;
    cmsDoTransform(transform: number, pixels: Uint8Array | Uint16Array, count: number): Uint8Array | Uint16Array;
  }
  export function instantiate(options?: {
    print?: (line: string) => void;
    printErr?: (line: string) => void;
  }): Promise<Lcms>;
  export const TYPE_GRAY_8: number;
  export const TYPE_RGB_8: number;
  export const TYPE_CMYK_8: number;
  export const TYPE_Lab_8: number;
  export const TYPE_GRAY_16: number;
  export const TYPE_RGB_16: number;
  export const TYPE_CMYK_16: number;
  export const TYPE_Lab_16: number;
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number;
  export const cmsFLAGS_NOOPTIMIZE: number;
}

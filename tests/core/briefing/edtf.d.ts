// The part of the `edtf` package that span.test.ts uses; the package ships no types.
declare module 'edtf' {
  type ExtendedDate = { readonly min: number; readonly max: number }
  /** Parses an EDTF string; throws where it is none. */
  export default function edtf(text: string): ExtendedDate
}

declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified`, entries between `|`. */
  const characters: string;
  export default characters;
}

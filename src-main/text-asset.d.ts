/** A text file that is bundled as a string. */
declare module '*?raw' {
  const content: string
  export default content
}

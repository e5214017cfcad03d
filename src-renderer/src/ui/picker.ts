export interface PickerOption<Value extends string = string> {
  readonly value: Value
  readonly label: string
  /** Other words that find it. */
  readonly words?: string | undefined
  /** In the notation of a11y/keys.ts. */
  readonly keys?: string | undefined
  /** Quieter words after the label. */
  readonly hint?: string | undefined
}

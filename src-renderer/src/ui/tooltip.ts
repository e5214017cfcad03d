import type { Attachment } from 'svelte/attachments'
import { placeBeside } from './place'

const DELAY_MS = 450

/**
 * Words that appear beside a control on hover and on keyboard focus, and go with Escape. They only repeat or explain:
 * the control's name is its label, never its tooltip.
 */
export function tooltip(text: string | undefined): Attachment<HTMLElement> {
  return (control) => {
    if (!text) return
    let shown: HTMLElement | undefined
    let timer: ReturnType<typeof setTimeout> | undefined

    function show(): void {
      if (shown || !control.isConnected) return
      shown = document.createElement('div')
      shown.className = 'tooltip'
      shown.popover = 'manual'
      shown.setAttribute('aria-hidden', 'true')
      shown.textContent = text ?? ''
      ;(control.closest('dialog') ?? document.body).append(shown)
      shown.showPopover()
      placeBeside(shown, control.getBoundingClientRect(), { gap: 6, align: 'center' })
    }
    function hide(): void {
      clearTimeout(timer)
      shown?.remove()
      shown = undefined
    }
    function wait(): void {
      clearTimeout(timer)
      timer = setTimeout(show, DELAY_MS)
    }
    function onFocus(): void {
      if (control.matches(':focus-visible')) wait()
    }
    function onKeydown(event: KeyboardEvent): void {
      if (event.key === 'Escape') hide()
    }

    control.addEventListener('pointerenter', wait)
    control.addEventListener('pointerleave', hide)
    control.addEventListener('pointerdown', hide)
    control.addEventListener('focus', onFocus)
    control.addEventListener('blur', hide)
    control.addEventListener('keydown', onKeydown)
    return () => {
      hide()
      control.removeEventListener('pointerenter', wait)
      control.removeEventListener('pointerleave', hide)
      control.removeEventListener('pointerdown', hide)
      control.removeEventListener('focus', onFocus)
      control.removeEventListener('blur', hide)
      control.removeEventListener('keydown', onKeydown)
    }
  }
}

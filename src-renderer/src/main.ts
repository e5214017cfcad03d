import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/floating.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { pickTransport } from './host/transport'
import { language } from './messages'
import { AppState } from './state/app.svelte'

document.documentElement.lang = language
// Asked for before the first words are laid out, which would be laid out twice without them.
for (const face of ['13px "Inter Variable"', '600 15px "Source Serif 4 Variable"'])
  document.fonts.load(face).catch(() => {})

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no element with the id “app”.')
const app = new AppState(pickTransport())
void app.start()
mount(App, { target, props: { app } })

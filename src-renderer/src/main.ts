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
const target = document.getElementById('app')
if (!target) throw new Error('index.html has no element with the id “app”.')
const app = new AppState(pickTransport())
void app.start()
mount(App, { target, props: { app } })

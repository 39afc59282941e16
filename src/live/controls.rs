//! The controls of a chart: those that its kind declares, and listening. What stands folded is a part of the program that is
//! loaded when somebody turns to it.

use super::amount::Amount;
use super::choice::Choice;
use super::find::FindField;
use super::hooks::{TypedState, use_typed_effect, use_typed_state};
use super::levels::{Explored, Keys, Outline};
use super::listen::{Listen, Player, transcript};
use super::parts::{Loading, Part, Parts};
use super::reducer::Action;
use super::settings::{Sound, Speech};
use super::shared::{Shared, changing_text};
use super::year::Year;
use charts::{Content, Control, State, View, controls};
use std::cell::RefCell;
use std::rc::Rc;
use story::Words;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, window};
use yew::prelude::*;

#[derive(Clone, Properties, PartialEq)]
pub(super) struct Props {
    pub(super) graphic: Shared,
    /// The chart, by its place in the story.
    pub(super) chart: usize,
    pub(super) view: View,
    pub(super) act: Callback<Action>,
    pub(super) parts: Parts,
    pub(super) want: Callback<Part>,
}

#[function_component]
pub(super) fn Controls(props: &Props) -> Html {
    // Open from the start where the address has chosen something; from then on as the reader has it.
    let open = *use_memo((), |()| props.view != View::default());
    let listening = Listening { playing: use_typed_state(|| false), player: use_mut_ref(Player::default) };
    // What was heard is not what is shown any more: listening begins anew.
    use_typed_effect(props.view.clone(), {
        let playing = listening.playing.clone();
        move |_| playing.set(false)
    });
    let has_asked = use_typed_state(|| false);
    let want = {
        let (want, has_asked) = (props.want.clone(), has_asked.clone());
        Callback::from(move |()| {
            has_asked.set(true);
            want.emit(Part::Explorer);
        })
    };
    let is_lost = props.parts.explorer == Loading::Lost;
    use_typed_effect(is_lost, {
        let listening = listening.clone();
        move |is_lost| {
            if *is_lost {
                listening.playing.set(false);
                listening.close();
            }
        }
    });
    // Who comes near may open them; what was lost then is asked for again only by opening.
    let prepare = {
        let (want, is_unasked) = (props.want.clone(), props.parts.explorer == Loading::Unasked);
        Callback::from(move |()| {
            if is_unasked {
                want.emit(Part::Explorer);
            }
        })
    };
    let toggle = {
        let (listening, want) = (listening.clone(), want.clone());
        move |_| {
            listening.close();
            // Browsers let a context sound only if it is made when a reader asks for it.
            if !*listening.playing {
                if let Ok(mut player) = listening.player.try_borrow_mut() {
                    player.open();
                }
                want.emit(());
            }
            listening.playing.set(!*listening.playing);
        }
    };
    let words = &props.graphic.words.controls;
    let label = if *listening.playing { &words.pause } else { &words.listen };
    let (folded, heard) = match props.parts.explorer {
        Loading::There(explorer) => (explorer.explored)(props, listening),
        Loading::Lost if *has_asked => (Html::default(), html! { <span role="alert">{ lost() }</span> }),
        _ => Default::default(),
    };
    html! {
        <>
            <details
                class="explore" {open} onpointerover={prepare.reform(|_| ())} onfocusin={prepare.reform(|_| ())}
                ontoggle={want.reform(|_| ())}
            >
                <summary>{ &words.explore }</summary>
                { folded }
                <p class="keys" id={props.graphic.charts.get(props.chart).map(|chart| format!("{}-keys", chart.id))}>
                    { &words.keys }
                </p>
            </details>
            <button type="button" onclick={toggle}>{ changing_text(label) }</button>
            { heard }
        </>
    }
}

/// Whether a reader listens, and what sounds.
#[derive(Clone, PartialEq)]
pub(super) struct Listening {
    pub(super) playing: TypedState<bool>,
    pub(super) player: Rc<RefCell<Player>>,
}

impl Listening {
    /// Ends what sounds.
    pub(super) fn close(&self) {
        if let Ok(mut player) = self.player.try_borrow_mut() {
            player.close();
        }
    }
}

/// What makes the controls that stand folded, and what is heard: a part of the program that is loaded when it is wanted.
#[derive(Clone, Copy)]
pub(super) struct Explorer {
    pub(super) explored: fn(&Props, Listening) -> (Html, Html),
    /// Says what a group holds.
    pub(super) of_group: fn(&Words, &Content, usize) -> String,
    /// Says what a chart shows, by its place in the story.
    pub(super) summary: fn(&Shared, &State, usize) -> Option<String>,
}

pub(super) const EXPLORER: Explorer = Explorer { explored, of_group: charts::outline::of_group, summary };

fn summary(graphic: &Shared, state: &State, chart: usize) -> Option<String> {
    Some(charts::summary(graphic, graphic.charts.get(chart)?, &state.view(chart)))
}

impl PartialEq for Explorer {
    /// There is one.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The controls that a chart declares and its notes in words; and what is heard.
pub(super) fn explored(props: &Props, listening: Listening) -> (Html, Html) {
    let Some(chart) = props.graphic.charts.get(props.chart) else { return Default::default() };
    let control = |control: Control<'_>| match control {
        Control::Choice { parameter, legend, options } => {
            let options: Vec<_> =
                options.into_iter().map(|(setting, name, is_chosen)| (setting, name.to_owned(), is_chosen)).collect();
            html! {
                <Choice
                    name={parameter.to_owned()} legend={legend.to_owned()} {options} chart={props.chart}
                    act={props.act.clone()}
                />
            }
        }
        Control::Amount(_) => html! { <Amount ..props.clone() /> },
        Control::Year(..) => html! { <Year ..props.clone() /> },
    };
    let content = Rc::new(Content::of(&props.graphic, chart, &props.view));
    let explored = Explored { controls: props.clone(), content };
    let folded = html! {
        <>
            { for controls(&chart.kind, &props.view).into_iter().map(control) }
            <FindField ..explored.clone() />
            <Outline ..explored.clone() />
            { transcript(&props.graphic.words, &explored.content) }
            <Sound ..explored.clone() />
            <Speech ..props.clone() />
            <Keys ..explored.clone() />
        </>
    };
    (folded, html! { <Listen {explored} {listening} /> })
}

/// What the page says of what cannot be loaded.
pub(super) fn lost() -> String {
    let status = window().and_then(|window| window.document()?.query_selector("[data-lost]").ok().flatten());
    status.and_then(|status| status.get_attribute("data-lost")).unwrap_or_default()
}

/// What stands in an input.
pub(super) fn value(event: &InputEvent) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlInputElement>().ok()?.value())
}

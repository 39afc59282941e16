//! The one state of the page, and the actions that change it. Address, controls, downloads and announcements are told
//! from it.

use super::shared::Shared;
use charts::{Content, Mark, Open, Setting, State, View};
use std::rc::Rc;
use yew::prelude::*;

/// Something that a reader does.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Action {
    /// Chooses something in a chart, by the chart's place in the story.
    Set(usize, Setting),
    /// The same as one step of many, which are not announced one by one.
    Step(usize, Setting),
    /// Comes to the end of such steps.
    Rest(usize),
    /// Announces what is not told from the state: that what was typed is refused.
    Say(String),
    /// Opens a mark.
    Open(Open),
    /// Closes what is open in a chart.
    Close(usize),
    /// Goes to another entry of the history.
    Navigate(State),
}

/// The state of the page with what goes with it.
#[derive(Clone, PartialEq)]
pub(super) struct Page {
    graphic: Shared,
    pub(super) state: State,
    /// Whether a reader changed anything since the address was read: only then is it written.
    pub(super) is_changed: bool,
    /// What is to be announced, and how often something was: the same words twice are two announcements.
    pub(super) announced: Option<(u32, Announced)>,
}

/// Something to be announced.
#[derive(Clone, PartialEq)]
pub(super) enum Announced {
    Words(String),
    /// What a chart shows, by its place in the story; the part of the program that changes it has the words.
    Shown(usize),
}

impl Page {
    /// The page as an address asks for it.
    pub(super) fn new(graphic: Shared, state: State) -> Self {
        Self { graphic, state, is_changed: false, announced: None }
    }

    fn announce(&mut self, announced: Announced) {
        let count = self.announced.as_ref().map_or(0, |(count, _)| *count);
        self.announced = Some((count.wrapping_add(1), announced));
    }

    fn close(&mut self, chart: usize) {
        if self
            .state
            .open
            .as_ref()
            .is_some_and(|open| find(&self.graphic, &self.state, open).is_some_and(|at| at.0 == chart))
        {
            self.state.open = None;
        }
    }
}

impl Reducible for Page {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut page = (*self).clone();
        page.is_changed = true;
        match action {
            Action::Set(chart, setting) => {
                // A new choice may leave other marks in the place of the open one.
                page.close(chart);
                page.state.set(chart, setting);
                page.announce(Announced::Shown(chart));
            }
            Action::Step(chart, setting) => {
                page.close(chart);
                page.state.set(chart, setting);
            }
            Action::Rest(chart) => page.announce(Announced::Shown(chart)),
            Action::Say(words) => page.announce(Announced::Words(words)),
            Action::Open(open) => page.state.open = Some(open),
            Action::Close(chart) => page.close(chart),
            Action::Navigate(state) => {
                page.state = state;
                page.is_changed = false;
            }
        }
        Rc::new(page)
    }
}

/// The mark that is open: its chart's place in the story, and its row's place in the chart's content. Of a fact whose mark
/// is not named it is the first that shows it.
pub(super) fn find(graphic: &Shared, state: &State, open: &Open) -> Option<(usize, usize)> {
    let charts = graphic.charts.iter().enumerate();
    charts.into_iter().find_map(|(place, chart)| {
        if open.mark.as_ref().is_some_and(|mark| mark.chart != chart.id.0) {
            return None;
        }
        let content = Content::of(graphic, chart, &state.view(place));
        let is_open = |row: &charts::Row| match &open.mark {
            Some(mark) => row.key == mark.row,
            None => row.fact == open.fact,
        };
        Some((place, content.rows.iter().position(is_open)?))
    })
}

/// A row of a chart as something to open. The mark is named only where the fact alone would lead to another one.
pub(super) fn opening(graphic: &Shared, chart: usize, row: &charts::Row) -> Option<Open> {
    let id = graphic.charts.get(chart)?.id.0.clone();
    let of_fact = Open { fact: row.fact.clone(), mark: None };
    let first = find(graphic, &State::new(graphic), &of_fact).filter(|_| !row.fact.0.is_empty());
    let is_first = first.is_some_and(|(place, first)| {
        let content = graphic.charts.get(place).map(|one| Content::of(graphic, one, &View::default()));
        place == chart
            && content.is_some_and(|content| content.rows.get(first).is_some_and(|other| other.key == row.key))
    });
    let mark = (!is_first).then(|| Mark { chart: id, row: row.key.clone() });
    Some(Open { mark, ..of_fact })
}

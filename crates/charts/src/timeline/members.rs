//! A row for each member, by date of joining.

use super::layout::Sheet;
use crate::layout::HALO;
use crate::legend::{Draw, LegendItem, legend};
use crate::marks::{ARROW, ended, pale_bar, still_true};
use crate::rows::{Datum, Origin, Row};
use drawing::scene::{Anchor, Point, Rect, Scene};
use drawing::text;
use drawing::theme::{Role, TextSize};
use story::{Date, Legend};

const BAR: f32 = 18.0;
const ROW: f32 = 24.0;

impl<'a> Sheet<'a> {
    /// A row for each member, group by group.
    pub(super) fn members(&mut self) {
        self.title(&self.timeline.members_title);
        self.member_legend();
        let content = self.content;
        for (number, group) in content.groups.iter().enumerate() {
            let rows = self.rows(|row| row.group == number && matches!(row.datum, Datum::Span(..)));
            if rows.is_empty() {
                continue;
            }
            let label = text::fit(&group.title, TextSize::Small, self.layout.narrowest());
            self.text(Point::new(0.0, self.y + 13.0), Anchor::Start, &label, TextSize::Small, Role::Muted);
            self.y += 20.0;
            // One group has its names on one side.
            let before = rows.iter().all(|(_, row)| self.fits_before(row));
            for (place, row) in rows {
                self.member(place, row, before);
            }
            self.y += 5.0;
        }
        self.y += 10.0;
    }

    /// What the bars of members mean, as far as they occur.
    fn member_legend(&mut self) {
        let (tint, words): (_, &'a Legend) = (self.tint, &self.graphic.words.legend);
        let members = self.rows(|row| matches!(row.datum, Datum::Span(..)));
        let background = |row: &Row| row.origin == Origin::Background;
        let has = |of: &dyn Fn(&Row) -> bool| members.iter().any(|(_, row)| of(row));
        let left = |row: &Row| matches!(row.datum, Datum::Span(_, Some(_)));
        let mut items: Vec<LegendItem<'_>> = Vec::new();
        let mut item = |draw: Draw<'a>, length, words| items.push(LegendItem { draw, length, words });
        if has(&background) && has(&|row| !background(row)) {
            let stated = move |scene: &mut Scene, area: Rect| scene.rect(area, tint.full);
            item(Box::new(stated), LegendItem::LENGTH, &words.stated);
        }
        if has(&background) {
            let pale = move |scene: &mut Scene, area: Rect| pale_bar(scene, area, tint);
            item(Box::new(pale), LegendItem::LENGTH, &words.background);
        }
        if has(&|row| !left(row)) {
            let arrow = move |scene: &mut Scene, area: Rect| {
                still_true(scene, Rect::new(area.left() - 3.0, area.top(), 0.0, area.height()), tint.full);
            };
            item(Box::new(arrow), 6.0, &words.member);
        }
        if has(&left) {
            let end = move |scene: &mut Scene, area: Rect| {
                let bar = Rect::new(area.left(), area.top() + 2.0, 14.0, area.height() - 4.0);
                scene.rect(bar, tint.full);
                ended(scene, bar, tint.full, 1.0);
            };
            item(Box::new(end), 14.0, &words.left);
        }
        self.scene.group("legend");
        self.y = legend(&mut self.scene, self.layout, self.y - 4.0, self.width, &items) + 6.0;
    }

    fn member(&mut self, place: usize, row: &Row, before: bool) {
        let Datum::Span(joined, left) = row.datum else { return };
        let end = left.map_or(self.written(), |left| self.at(left));
        let corner = |x: f32, y: f32| Point::new(x, self.y + 3.0 + y);
        let whole = Rect::between(corner(self.at(joined), 0.0), corner(end.max(self.at(joined)), BAR));
        self.hint(whole, &row.key);
        self.scene.group(row.key.as_str());
        let bar = whole.until(self.today());
        if row.origin == Origin::Background {
            pale_bar(&mut self.scene, bar, self.tint);
        } else {
            self.scene.rect(bar, self.tint.full);
        }
        self.end(row, bar, left);
        self.name(row, bar, before);
        self.target(place, Rect::new(0.0, self.y, self.width, ROW));
        self.y += ROW;
    }

    /// The end of a bar: open where the membership goes on, a line across it where it ended.
    fn end(&mut self, row: &Row, bar: Rect, left: Option<Date>) {
        let has_ended = left.is_some_and(|left| self.at(left) <= self.today());
        if row.to_come {
            return;
        }
        if has_ended {
            ended(&mut self.scene, bar, self.tint.full, self.shrink);
        } else {
            still_true(&mut self.scene, bar, self.tint.full);
        }
    }

    /// Whether a member's name finds room before its bar at the layout's narrowest width.
    fn fits_before(&self, row: &Row) -> bool {
        let left = row.datum.date().map_or(0.0, |date| self.at(date));
        left * self.shrink >= text::width(&self.marked(row), TextSize::Body) + 8.0 + HALO
    }

    /// A member's name, with a star if the story notes something about it.
    fn marked(&self, row: &Row) -> String {
        let mark = if row.spoken.note.is_empty() || !self.is_noted(row) { "" } else { "*" };
        [row.label.as_str(), mark].concat()
    }

    /// The member's name: before its bar where the whole group has the room, else the first place that has it: on the bar,
    /// behind its end, before it. Where none has, the roomiest, and the name is cut.
    fn name(&mut self, row: &Row, bar: Rect, before: bool) {
        const OFF: f32 = 8.0;
        let (name, ink, baseline) = (self.marked(row), self.ink(row), self.y + 3.0 + 14.0);
        let (width, pale) = (text::width(&name, TextSize::Body), row.origin == Origin::Background);
        let (edge, off) = if row.to_come { (bar.left(), OFF) } else { (bar.right(), ARROW + 6.0) };
        // On pale ground a name may reach beyond its bar.
        let on_bar = if pale && bar.width() >= width + 12.0 { width } else { bar.width() * self.shrink - 12.0 };
        let ahead = (bar.left() * self.shrink - OFF - HALO, bar.left() - OFF, Anchor::End);
        let inside = (on_bar, bar.left() + OFF, Anchor::Start);
        let behind = (self.layout.narrowest() - edge * self.shrink - off, edge + off, Anchor::Start);
        let mut place = if before { ahead } else { inside };
        for next in [behind, ahead] {
            if place.0 < width && next.0 > place.0 {
                place = next;
            }
        }
        let (room, x, anchor) = place;
        let name = text::fit(&name, TextSize::Body, room);
        if place == inside {
            let role = if pale || row.to_come { ink } else { Role::OnHue };
            self.scene.label(Point::new(x, baseline), anchor, name, TextSize::Body, role);
        } else {
            self.text(Point::new(x, baseline), anchor, &name, TextSize::Body, ink);
        }
    }

    /// Whether the story notes something about this member alone, rather than about the fact that it joined with.
    fn is_noted(&self, row: &Row) -> bool {
        let members = self.timeline.groups.iter().flat_map(|group| &group.members);
        members.filter(|member| member.name == row.label).any(|member| member.note.is_some())
    }
}

//! Yew's hooks for values of any type. Each type that a hook of Yew's is used with is another copy of it in the program, which
//! all readers carry; through these all types share one.

use std::any::Any;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// A value whose type only those know who put it there.
#[derive(Clone)]
struct Value {
    value: Rc<dyn Any>,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
}

impl Value {
    fn new<T: PartialEq + 'static>(value: Rc<T>) -> Self {
        let is_same = |one: &dyn Any, other: &dyn Any| one.downcast_ref::<T>() == other.downcast_ref::<T>();
        Self { value, is_same }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(&*self.value, &*other.value)
    }
}

/// `use_effect_with`: runs an effect after the first rendering and after each in which what it depends on has changed; what it
/// returns runs before the next, and when the component goes.
pub(super) fn use_effect_on<T: PartialEq + 'static, D: TearDown>(
    deps: T,
    effect: impl FnOnce(&T) -> D + 'static,
) -> impl Hook<Output = ()> {
    let deps = Rc::new(deps);
    let value = Value::new(deps.clone());
    let effect: Box<dyn FnOnce() -> End> = Box::new(move || {
        let end = effect(&deps);
        Box::new(move || end.tear_down())
    });
    use_erased_effect(value, effect)
}

/// What ends an effect.
type End = Box<dyn FnOnce()>;

fn use_erased_effect(value: Value, effect: Box<dyn FnOnce() -> End>) -> impl Hook<Output = ()> {
    use_effect_with(value, move |_: &Value| effect())
}

/// A state of a component as it was at a rendering, and a way to change it.
pub(super) struct Kept<T> {
    value: Rc<T>,
    setter: UseStateSetter<Value>,
}

impl<T: PartialEq + 'static> Kept<T> {
    /// Changes the state; the component is rendered again if that makes a difference.
    pub(super) fn set(&self, value: T) {
        self.setter.set(Value::new(Rc::new(value)));
    }
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), setter: self.setter.clone() }
    }
}

impl<T> Deref for Kept<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Kept<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// `use_state_eq`: a state of the component, which is rendered again when it becomes another.
#[hook]
pub(super) fn use_kept<T: Default + PartialEq + 'static>(first: impl FnOnce() -> T) -> Kept<T> {
    let mut first = Some(first);
    let state = use_erased_state(&mut || Value::new(Rc::new(first.take().map(|first| first()).unwrap_or_default())));
    // It has the type that it was made with.
    Kept { value: state.value.clone().downcast().unwrap_or_default(), setter: state.setter() }
}

#[hook]
fn use_erased_state(first: &mut dyn FnMut() -> Value) -> UseStateHandle<Value> {
    use_state_eq(first)
}

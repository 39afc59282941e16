//! Yew's hooks with the types of their values erased. The compiler makes a copy of a generic hook for each type, and readers
//! load them all; through these hooks all types share one copy.

use std::any::Any;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// A value of any type that can be compared with another of its type.
#[derive(Clone)]
struct AnyValue {
    value: Rc<dyn Any>,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
}

impl AnyValue {
    fn new<T: PartialEq + 'static>(value: Rc<T>) -> Self {
        let is_same = |one: &dyn Any, other: &dyn Any| one.downcast_ref::<T>() == other.downcast_ref::<T>();
        Self { value, is_same }
    }
}

impl PartialEq for AnyValue {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(&*self.value, &*other.value)
    }
}

/// `use_effect_with` of Yew: runs an effect after the first rendering and after each in which what it depends on has changed; what it
/// returns runs before the next, and when the component goes.
pub(super) fn use_typed_effect<T: PartialEq + 'static, D: TearDown>(
    deps: T,
    effect: impl FnOnce(&T) -> D + 'static,
) -> impl Hook<Output = ()> {
    let deps = Rc::new(deps);
    let value = AnyValue::new(deps.clone());
    let effect: Box<dyn FnOnce() -> End> = Box::new(move || {
        let end = effect(&deps);
        Box::new(move || end.tear_down())
    });
    use_any_effect(value, effect)
}

/// What ends an effect.
type End = Box<dyn FnOnce()>;

fn use_any_effect(value: AnyValue, effect: Box<dyn FnOnce() -> End>) -> impl Hook<Output = ()> {
    use_effect_with(value, move |_: &AnyValue| effect())
}

/// A state of a component as it was at a rendering, and a way to change it.
pub(super) struct TypedState<T> {
    value: Rc<T>,
    setter: UseStateSetter<AnyValue>,
}

impl<T: PartialEq + 'static> TypedState<T> {
    /// Changes the state; the component is rendered again if that makes a difference.
    pub(super) fn set(&self, value: T) {
        self.setter.set(AnyValue::new(Rc::new(value)));
    }
}

impl<T> Clone for TypedState<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), setter: self.setter.clone() }
    }
}

impl<T> Deref for TypedState<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for TypedState<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// `use_state_eq` of Yew: a state of the component, which is rendered again when it becomes another.
#[hook]
pub(super) fn use_typed_state<T: Default + PartialEq + 'static>(first: impl FnOnce() -> T) -> TypedState<T> {
    let mut first = Some(first);
    let state = use_any_state(&mut || AnyValue::new(Rc::new(first.take().map(|first| first()).unwrap_or_default())));
    // It has the type that it was made with.
    TypedState { value: state.value.clone().downcast().unwrap_or_default(), setter: state.setter() }
}

#[hook]
fn use_any_state(first: &mut dyn FnMut() -> AnyValue) -> UseStateHandle<AnyValue> {
    use_state_eq(first)
}

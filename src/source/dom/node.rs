//! Nodes, read as they are, whatever their page has put in the way.
//!
//! The fields of a form stand before what the form itself has: with `<input name=firstChild>` in it, its `firstChild` is
//! that input. So does a picture named `URL` before a document's. So what a node's class says of it is read, and only
//! what no class says is asked of the node itself: some libraries keep it there. A page can make anything throw; what
//! throws is not there.

use js_sys::{Array, Function, JsString, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::markup::{Attribute, Attributes};

const ELEMENT: f64 = 1.0;
const TEXT: f64 = 3.0;
/// Text that XHTML marks as such.
const CDATA: f64 = 4.0;

#[wasm_bindgen]
extern "C" {
    /// What a class says of one of its objects.
    #[wasm_bindgen(js_namespace = Reflect, js_name = get, catch)]
    fn get_of_class(class: &JsValue, name: &JsValue, object: &JsValue) -> Result<JsValue, JsValue>;
}

/// The names of properties, made once: a page has thousands of nodes.
macro_rules! names {
    ($($constant:ident $name:tt,)*) => {
        #[wasm_bindgen]
        extern "C" {
            $(
                #[wasm_bindgen(thread_local_v2, static_string)]
                static $constant: JsString = $name;
            )*
        }
    };
}
pub(super) use names;

names! {
    ASSIGNED_NODES "assignedNodes",
    CHILD_NODES "childNodes",
    DATA "data",
    FIRST_CHILD "firstChild",
    GET_ATTRIBUTE "getAttribute",
    GET_ATTRIBUTE_NAMES "getAttributeNames",
    GET_CLIENT_RECTS "getClientRects",
    LOCAL_NAME "localName",
    NEXT_SIBLING "nextSibling",
    NODE_TYPE "nodeType",
    SHADOW_ROOT "shadowRoot",
}

pub type Name = wasm_bindgen::JsThreadLocal<JsString>;

/// A node of a document.
#[derive(Clone, Debug)]
pub struct Node {
    object: JsValue,
    class: JsValue,
}

/// What a node gives to a page.
pub enum Content {
    Element,
    Text(String),
    /// Comments and the like.
    Nothing,
}

impl Node {
    /// The node that a value is, if it is an object at all.
    pub fn new(object: JsValue) -> Option<Self> {
        if !object.is_object() {
            return None;
        }
        let class = Reflect::get_prototype_of(&object).map_or(JsValue::NULL, Into::into);
        Some(Self { object, class })
    }

    pub fn element(&self) -> &Element {
        self.object.unchecked_ref()
    }

    /// A property.
    pub fn get(&self, name: &JsValue) -> JsValue {
        match get_of_class(&self.class, name, &self.object) {
            Ok(value) if !value.is_undefined() => value,
            _ => Reflect::get(&self.object, name).unwrap_or_default(),
        }
    }

    fn read(&self, name: &'static Name) -> JsValue {
        name.with(|name| self.get(name))
    }

    /// What a method without arguments gives.
    fn call(&self, name: &'static Name) -> Option<JsValue> {
        let method: Function = self.read(name).into_function()?;
        method.call0(&self.object).ok()
    }

    pub fn content(&self) -> Content {
        let kind = self.read(&NODE_TYPE).as_f64().unwrap_or_default();
        if kind == ELEMENT {
            Content::Element
        } else if kind == TEXT || kind == CDATA {
            self.read(&DATA)
                .as_string()
                .map_or(Content::Nothing, Content::Text)
        } else {
            Content::Nothing
        }
    }

    /// The nodes of a document. Libraries know what stands in it, but not what stands behind its doctype.
    pub fn top(&self) -> Children {
        Children::List(self.read(&CHILD_NODES), 0)
    }

    /// The nodes in it.
    pub fn children(&self) -> Children {
        Children::Chain(Self::new(self.read(&FIRST_CHILD)))
    }

    /// What is seen in an element of this name: its shadow tree, if it has one that is open, and in a slot of such a tree
    /// what the page puts there.
    pub fn seen(&self, name: &str) -> Children {
        if name == "slot"
            && let Some(assigned) = self.call(&ASSIGNED_NODES)
            && has_any(&assigned)
        {
            return Children::List(assigned, 0);
        }
        match Self::new(self.read(&SHADOW_ROOT)) {
            Some(shadow) => shadow.children(),
            None => self.children(),
        }
    }

    /// The element's name, in lower case.
    pub fn name(&self) -> String {
        let mut name = self.read(&LOCAL_NAME).as_string().unwrap_or_default();
        name.make_ascii_lowercase();
        name
    }

    pub fn is_element(&self) -> bool {
        matches!(self.content(), Content::Element)
    }

    /// Whether the element lies anywhere on the page.
    pub fn is_laid_out(&self) -> bool {
        self.call(&GET_CLIENT_RECTS).is_some_and(|all| has_any(&all))
    }

    /// Reads the element's attributes into `attributes`.
    pub fn attributes(&self, attributes: &mut Attributes) {
        attributes.clear();
        let Some(names) = self.call(&GET_ATTRIBUTE_NAMES).filter(Array::is_array) else {
            return;
        };
        let names: Array = names.unchecked_into();
        for name in names.iter() {
            let known = name
                .as_string()
                .and_then(|name| Attribute::of(&name.to_ascii_lowercase()));
            if let Some(attribute) = known
                && let Some(value) = self.attribute(&name)
            {
                attributes.add(attribute, &value);
            }
        }
    }

    fn attribute(&self, name: &JsValue) -> Option<String> {
        let method = self.read(&GET_ATTRIBUTE).into_function()?;
        method.call1(&self.object, name).ok()?.as_string()
    }

    /// Whether the document's text has the line end that stands right behind the tag of preformatted text. By the
    /// standard it is dropped; who reads pages by the standard also knows which of them are quirky.
    pub fn keeps_line_ends(&self) -> bool {
        self.get(&"compatMode".into()).is_undefined()
    }

    /// A text that the document says of itself.
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(&name.into()).as_string()
    }
}

/// Nodes that stand one after another.
pub enum Children {
    /// This one and its siblings.
    Chain(Option<Node>),
    /// Those of a list, from this one on.
    List(JsValue, u32),
}

impl Iterator for Children {
    type Item = Node;

    fn next(&mut self) -> Option<Node> {
        match self {
            Self::Chain(next) => {
                let node = next.take()?;
                *next = Node::new(node.read(&NEXT_SIBLING));
                Some(node)
            }
            Self::List(list, place) => {
                let node = Reflect::get_u32(list, *place);
                *place += 1;
                Node::new(node.ok()?)
            }
        }
    }
}

/// Whether a list has anything in it.
fn has_any(list: &JsValue) -> bool {
    Reflect::get_u32(list, 0).is_ok_and(|first| !first.is_undefined())
}

/// A value that can be called.
trait IntoFunction {
    fn into_function(self) -> Option<Function>;
}

impl IntoFunction for JsValue {
    fn into_function(self) -> Option<Function> {
        self.is_function().then(|| self.unchecked_into())
    }
}

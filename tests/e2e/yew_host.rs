//! A page that is itself a Yew app, as the end-to-end tests have it: an article that it renders, and handlers of its own
//! around and inside it.

use yew::prelude::*;

#[component]
fn App() -> Html {
    let turn = use_state(|| 0_u32);
    let outside = use_state(|| 0_u32);
    let inside = use_state(|| 0_u32);
    let count = |state: &UseStateHandle<u32>| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(*state + 1))
    };
    let towns = ["Nantes", "Brest", "Lorient"];
    html! {
        <main onclick={count(&outside)}>
            <button id="turn" onclick={count(&turn)}>{ format!("Tour {}", *turn) }</button>
            <article>
                <h1>{ "Marée haute à Saint-Malo" }</h1>
                { for towns.iter().cycle().skip(*turn as usize % 3).take(3).map(|town| html! {
                    <p key={*town}>
                        { format!("À {town}, Louis Kermarec a compté {} visiteurs en janvier 2022, ", 1_000 + *turn) }
                        <em onclick={count(&inside)}>{ "a déclaré Anne Tanguy" }</em>{ "." }
                    </p>
                }) }
            </article>
            <p id="counts">{ format!("{} {} {}", *turn, *outside, *inside) }</p>
        </main>
    }
}

fn main() {
    if let Some(root) = gloo::utils::document().get_element_by_id("app") {
        yew::Renderer::<App>::with_root(root).render();
    }
}

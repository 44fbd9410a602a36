//! Frequent words that tell French from other languages.

use crate::lang::recognise::FrequentWords;
use crate::lang::words::words;

pub(crate) static WORDS: FrequentWords = FrequentWords {
    own: words!(
        "le les des du est et dans une pour qui sur avec au aux ce cette ces elle ils elles sont par plus pas été \
         ont leur leurs mais où comme après selon être nous vous son ses sans sous depuis entre chez qu lui dont même \
         avait était aussi très fait deux"
    ),
    shared: words!("a à de d la l un en se s que on y son si"),
    foreign: words!(
        "the of and to in is that for it was with by at from his they are be have not has this which who said will \
         were their been would about \
         el los las del con por para una su sus más fue lo al pero según desde hasta también como este \
         di che è della per non gli nel nella alla dei delle degli sono anche più da ha \
         da das dos em não uma com ao pelo pela mais foi os do \
         els amb dels és més aquest aquesta va seva \
         der die und den von mit ist nicht auf ein eine für sich dem zu im auch wird dass \
         het een van dat op te zijn voor niet aan ook bij heeft \
         och att som av till inte og er til ikke \
         și din este pentru cu care lo dins cap"
    ),
};

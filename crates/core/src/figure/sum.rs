//! The arithmetic of numbers in words.

use super::tables::NumberWord;

/// What a number adds up to so far.
#[derive(Default)]
pub(super) struct Sum {
    pub total: f64,
    /// What the next multiplier multiplies.
    pub group: Option<f64>,
    pub room: (u16, u16),
    pub and: &'static [u16],
    /// The last multiplier: the next ones must be smaller.
    pub scale: Option<f64>,
    pub rank: bool,
    pub noun: bool,
    /// Whether it begins in digits: "15 cents" are no hundreds.
    pub digits: bool,
}

impl Sum {
    pub fn value(&self) -> f64 {
        self.total + self.group.unwrap_or(0.0)
    }

    /// Whether `value` may be added to the group.
    fn takes(&self, value: u16, after_and: bool) -> bool {
        match self.group {
            None => !after_and,
            Some(_) if after_and => self.and.contains(&value),
            Some(_) => (self.room.0..=self.room.1).contains(&value),
        }
    }

    /// Adds a word; whether it goes with those before.
    pub fn add(&mut self, word: NumberWord, after_and: bool) -> bool {
        match word {
            _ if self.rank => return false,
            NumberWord::Small { value, room, and } if self.takes(value, after_and) => {
                *self.group.get_or_insert(0.0) += f64::from(value);
                (self.room, self.and, self.noun) = (room, and, false);
            }
            NumberWord::Times(100)
                if self.group.is_none_or(|group| (2.0..100.0).contains(&group))
                    && !after_and
                    && !self.digits =>
            {
                self.group = Some(self.group.unwrap_or(1.0) * 100.0);
                (self.room, self.and, self.noun) = ((1, 99), &[], false);
            }
            NumberWord::Times(times) if times > 100 && !after_and => {
                return self.multiply(f64::from(times), false);
            }
            NumberWord::Scale(scale) if !after_and => return self.multiply(scale, true),
            NumberWord::Article => {
                return self.add(NumberWord::Small { value: 1, room: (1, 0), and: &[] }, after_and);
            }
            NumberWord::Rank(rank) => return self.rank(rank, after_and),
            _ => return false,
        }
        true
    }

    pub fn multiply(&mut self, times: f64, noun: bool) -> bool {
        let group = match self.group {
            Some(group) => group,
            None if !noun && self.scale.is_none_or(|scale| times < scale) => 1.0,
            // "mille milliards"
            None if noun && self.scale == Some(1000.0) => {
                self.total *= times;
                (self.scale, self.noun) = (Some(times), true);
                return true;
            }
            None => return false,
        };
        if self.scale.is_some_and(|scale| times >= scale) {
            // "trois cent mille milliards"
            if !noun || self.scale != Some(1000.0) || group >= 1000.0 {
                return false;
            }
            self.total = (self.total + group) * times;
        } else {
            self.total += group * times;
        }
        (self.group, self.scale, self.noun) = (None, Some(times), noun);
        (self.room, self.and) = ((1, 999), &[]);
        true
    }

    fn rank(&mut self, rank: f64, after_and: bool) -> bool {
        let fits = if rank < 100.0 {
            self.takes(rank as u16, after_and)
        } else {
            !after_and && self.group.is_none_or(|group| group >= 2.0 && group < rank)
        };
        if !fits {
            return false;
        }
        let group = self.group.take();
        self.total += match group {
            Some(group) if rank >= 100.0 => group * rank,
            group => group.unwrap_or(0.0) + rank,
        };
        self.rank = true;
        true
    }
}

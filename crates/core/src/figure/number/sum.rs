//! The arithmetic of number words.

use crate::figure::NumberWord;

/// A number that is being read word by word.
#[derive(Default)]
pub(crate) struct Sum {
    pub total: f64,
    /// The part that the next multiplier multiplies.
    pub group: Option<f64>,
    /// The inclusive range of what may be added to the group next.
    pub addends: (u16, u16),
    /// What may be added to the group next after "et".
    pub and_addends: &'static [u16],
    /// The last multiplier. The next one must be smaller.
    pub scale: Option<f64>,
    /// Whether it is complete because it ended in a rank.
    pub rank: bool,
    /// Whether its last word is a noun: "million".
    pub noun: bool,
    /// Whether it begins in digits: "15 cents" is not 1500, and "trois" does not continue "2,2 milliards".
    pub digits: bool,
}

impl Sum {
    /// The value so far.
    pub fn value(&self) -> f64 {
        self.total + self.group.unwrap_or(0.0)
    }

    /// Whether `value` may be added to the group.
    fn can_add(&self, value: u16, after_and: bool) -> bool {
        match self.group {
            None => !(after_and || self.noun && self.digits),
            Some(_) if after_and => self.and_addends.contains(&value),
            Some(_) => (self.addends.0..=self.addends.1).contains(&value),
        }
    }

    /// Adds a word. Returns whether it continues the number; `after_and` says that it follows "et".
    pub fn add(&mut self, word: NumberWord, after_and: bool) -> bool {
        match word {
            _ if self.rank => return false,
            NumberWord::Small { value, addends, and_addends } if self.can_add(value, after_and) => {
                *self.group.get_or_insert(0.0) += f64::from(value);
                (self.addends, self.and_addends, self.noun) = (addends, and_addends, false);
            }
            NumberWord::Times(100)
                // "onze cents" is 1100, but "dix cents" are coins.
                if self.group.is_none_or(|group| (2.0..20.0).contains(&group) && group != 10.0)
                    && !after_and
                    && !self.digits =>
            {
                self.group = Some(self.group.unwrap_or(1.0) * 100.0);
                (self.addends, self.and_addends, self.noun) = ((1, 99), &[], false);
            }
            NumberWord::Times(times) if times > 100 && !after_and => {
                return self.multiply(f64::from(times), false);
            }
            NumberWord::Scale(scale) if !after_and => return self.multiply(scale, true),
            // "2,2 milliards un an plus tôt"
            NumberWord::Article if !self.noun => {
                return self.add(NumberWord::Small { value: 1, addends: (1, 0), and_addends: &[] }, after_and);
            }
            NumberWord::Rank(rank) => return self.rank(rank, after_and),
            _ => return false,
        }
        true
    }

    /// Multiplies the group by `times`, a `noun` or not. Returns whether that continues the number.
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
            self.total += product(group, times);
        }
        (self.group, self.scale, self.noun) = (None, Some(times), noun);
        (self.addends, self.and_addends) = ((1, 999), &[]);
        true
    }

    /// Completes the number with a rank. Returns whether it continues the number.
    fn rank(&mut self, rank: f64, after_and: bool) -> bool {
        // "vingt et unième", but "les vingt premiers".
        let fits = if rank == 1.0 && self.group.is_some() && !after_and {
            false
        } else if rank < 100.0 {
            self.can_add(rank as u16, after_and)
        } else {
            // "88 centièmes" is a fraction.
            !after_and && !self.digits && self.group.is_none_or(|group| group >= 2.0 && group < rank)
        };
        if !fits {
            return false;
        }
        let group = self.group.take();
        match group {
            // "cent mille millionième"
            _ if rank >= 1e6 && self.scale.is_some_and(|scale| scale < rank) => {
                self.total = (self.total + group.unwrap_or(0.0)) * rank;
            }
            Some(group) if rank >= 100.0 => self.total += group * rank,
            group => self.total += group.unwrap_or(0.0) + rank,
        }
        self.rank = true;
        true
    }
}

/// `count` times the power of ten `times`, rounded once: 8.2 × 10^9 is computed from the decimal digits of
/// `count`, because plain multiplication of the binary fraction gives 8,199,999,999.999999.
pub(crate) fn product(count: f64, times: f64) -> f64 {
    /// The largest number of decimals in a count of millions.
    const DECIMALS: i32 = 9;
    let digits = (1..=DECIMALS).map(|decimals| {
        let power = 10f64.powi(decimals);
        ((count * power).round(), power)
    });
    match digits.into_iter().find(|(digits, power)| digits / power == count) {
        Some((digits, power)) if count.fract() != 0.0 && times >= power => digits * (times / power),
        Some((digits, power)) if count.fract() != 0.0 => digits / (power / times),
        _ => count * times,
    }
}

#[cfg(test)]
mod tests {
    use super::product;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn scaling_matches_the_decimal_digits(whole in 0..1000_u64, decimals in 0..1000_u64) {
            let count = whole as f64 + decimals as f64 / 1000.0;
            let count = (count * 1000.0).round() / 1000.0;
            for (times, zeros) in [(1000.0, 1), (1e6, 1000), (1e9, 1_000_000)] {
                prop_assert_eq!(product(count, times), ((whole * 1000 + decimals) * zeros) as f64);
            }
        }
    }
}

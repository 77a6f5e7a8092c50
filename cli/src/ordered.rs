//! Work on many threads whose results come in the order of the items, with a bound on what is in memory.

use std::io;
use std::sync::mpsc::{Receiver, RecvError, SyncSender, TryRecvError, channel, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Items in flight for each thread: enough that no thread waits for one slow item, and so many results wait at most.
const ITEMS_A_THREAD: usize = 16;

/// Bytes of input in flight. One item that is longer goes alone.
const BYTES_IN_FLIGHT: usize = 64_000_000;

/// Takes the results, in the order of the items.
pub trait Sink<R> {
    fn take(&mut self, result: R) -> io::Result<()>;

    /// Is told before the next result is waited for: somebody may wait for those that were taken.
    fn wait(&mut self) -> io::Result<()>;
}

/// Does `work`, which must not panic, on each item, which comes with its size in bytes, and gives the results to `sink` in the items' order.
///
/// Items are made on a thread of their own, so that results go out while the next item is waited for. When `sink` fails
/// the threads are left behind: one of them may wait for input that never comes.
///
/// # Errors
/// Those of `sink`.
pub fn run<T: Send + 'static, R: Send + 'static, I: Iterator<Item = (usize, T)>>(
    threads: usize,
    items: impl FnOnce() -> I + Send + 'static,
    work: impl Fn(T) -> R + Send + Sync + 'static,
    sink: &mut impl Sink<R>,
) -> io::Result<()> {
    let budget = Arc::new(Budget::default());
    let work = Arc::new(work);
    // An item's place in the order is the place of its result's channel in `slots`.
    let (slots, results) = sync_channel::<(usize, Receiver<R>)>(threads * ITEMS_A_THREAD);
    let (jobs, queue) = channel::<(T, SyncSender<R>)>();
    let queue = Arc::new(Mutex::new(queue));
    for _ in 0..threads {
        let (queue, work) = (Arc::clone(&queue), Arc::clone(&work));
        thread::spawn(move || {
            while let Ok((item, result)) = next(&queue) {
                // Nobody takes it when the sink has failed.
                let _ = result.send(work(item));
            }
        });
    }
    let spent = Arc::clone(&budget);
    thread::spawn(move || {
        for (bytes, item) in items() {
            spent.take(bytes);
            let (result, slot) = sync_channel(1);
            if slots.send((bytes, slot)).is_err() || jobs.send((item, result)).is_err() {
                return;
            }
        }
    });
    while let Ok((bytes, slot)) = receive(&results, sink)? {
        let result = receive(&slot, sink)?.map_err(|_| io::Error::other("a thread has failed"))?;
        sink.take(result)?;
        budget.give(bytes);
    }
    Ok(())
}

fn next<T>(queue: &Mutex<Receiver<T>>) -> Result<T, RecvError> {
    unpoisoned(queue.lock()).recv()
}

/// What comes next; where that is not here yet, the sink is told first.
fn receive<T, R>(channel: &Receiver<T>, sink: &mut impl Sink<R>) -> io::Result<Result<T, RecvError>> {
    match channel.try_recv() {
        Ok(received) => Ok(Ok(received)),
        Err(TryRecvError::Disconnected) => Ok(Err(RecvError)),
        Err(TryRecvError::Empty) => {
            sink.wait()?;
            Ok(channel.recv())
        }
    }
}

/// The bytes in flight.
#[derive(Default)]
struct Budget {
    in_flight: Mutex<usize>,
    given: Condvar,
}

impl Budget {
    /// Waits until so many bytes fit beside those in flight, or until there are none.
    fn take(&self, bytes: usize) {
        let fits = |in_flight: &mut usize| *in_flight == 0 || *in_flight + bytes <= BYTES_IN_FLIGHT;
        let in_flight = unpoisoned(self.in_flight.lock());
        let waited = self.given.wait_while(in_flight, |in_flight| !fits(in_flight));
        *unpoisoned(waited) += bytes;
    }

    fn give(&self, bytes: usize) {
        *unpoisoned(self.in_flight.lock()) -= bytes;
        self.given.notify_one();
    }
}

/// Nothing panics while it holds one of these locks.
fn unpoisoned<'a, T>(locked: Result<MutexGuard<'a, T>, PoisonError<MutexGuard<'a, T>>>) -> MutexGuard<'a, T> {
    locked.unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    use super::*;

    /// Keeps the results, and how many of them there were at each wait.
    #[derive(Debug, Default)]
    struct Kept {
        results: Vec<usize>,
        waits: Vec<usize>,
    }

    impl Sink<usize> for Kept {
        fn take(&mut self, result: usize) -> io::Result<()> {
            self.results.push(result);
            Ok(())
        }

        fn wait(&mut self) -> io::Result<()> {
            self.waits.push(self.results.len());
            Ok(())
        }
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let mut kept = Kept::default();
        // The later of two neighbours is done first.
        let work = |item: usize| {
            if item.is_multiple_of(2) {
                thread::yield_now();
            }
            item * 2
        };
        run(4, || (0..10_000).map(|item| (1, item)), work, &mut kept).unwrap();
        assert_eq!(kept.results, (0..10_000).map(|item| item * 2).collect::<Vec<_>>());
    }

    /// Knows how many items have been made, and how many results it took.
    struct Counting {
        made: Arc<AtomicUsize>,
        taken: usize,
        most: usize,
    }

    impl Sink<usize> for Counting {
        fn take(&mut self, _: usize) -> io::Result<()> {
            self.most = self.most.max(self.made.load(Ordering::SeqCst) - self.taken);
            self.taken += 1;
            Ok(())
        }

        fn wait(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// The most items that were in flight at once of 10,000, where the first is done only when `full` have been made.
    fn most_in_flight(bytes: usize, full: usize) -> usize {
        let made = Arc::new(AtomicUsize::new(0));
        let (counted, seen) = (Arc::clone(&made), Arc::clone(&made));
        let items = move || {
            (0..10_000).map(move |item| {
                counted.fetch_add(1, Ordering::SeqCst);
                (bytes, item)
            })
        };
        let work = move |item: usize| {
            while item == 0 && seen.load(Ordering::SeqCst) < full {
                thread::yield_now();
            }
            item
        };
        let (taken, most) = (0, 0);
        let mut sink = Counting { made, taken, most };
        run(2, items, work, &mut sink).unwrap();
        assert_eq!(sink.taken, 10_000);
        sink.most
    }

    #[test]
    fn a_slow_item_does_not_let_results_pile_up() {
        // Beside those in the channel: one that is waited for, and one that is to be sent.
        let window = 2 * ITEMS_A_THREAD + 2;
        let most = most_in_flight(1, window);
        assert!(most <= window, "{most}");
    }

    #[test]
    fn long_items_go_one_at_a_time() {
        // One is worked on, and one waits until it may go.
        let most = most_in_flight(BYTES_IN_FLIGHT, 2);
        assert!(most <= 2, "{most}");
        assert!(most_in_flight(2 * BYTES_IN_FLIGHT, 2) <= 2);
    }

    /// Has the second item made when it is told that the first result is all there is.
    struct Asking {
        kept: Kept,
        items: Option<mpsc::Sender<(usize, usize)>>,
    }

    impl Sink<usize> for Asking {
        fn take(&mut self, result: usize) -> io::Result<()> {
            self.kept.take(result)
        }

        fn wait(&mut self) -> io::Result<()> {
            if self.kept.results.len() == 1
                && let Some(items) = self.items.take()
            {
                items.send((1, 2)).unwrap();
            }
            self.kept.wait()
        }
    }

    #[test]
    fn the_sink_is_told_before_it_has_to_wait() {
        let (items, made) = channel();
        items.send((1, 1)).unwrap();
        let (kept, items) = (Kept::default(), Some(items));
        let mut sink = Asking { kept, items };
        run(1, move || made.into_iter(), |item| item, &mut sink).unwrap();
        assert_eq!(sink.kept.results, [1, 2]);
        assert!(sink.kept.waits.contains(&1), "{:?}", sink.kept.waits);
    }

    struct Failing;

    impl Sink<usize> for Failing {
        fn take(&mut self, _: usize) -> io::Result<()> {
            Err(io::ErrorKind::BrokenPipe.into())
        }

        fn wait(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_sink_that_fails_ends_the_run() {
        // Items without an end.
        let items = || (0..).map(|item| (1, item));
        let error = run(2, items, |item| item, &mut Failing).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }
}

package podo.notification.smtp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import podo.notification.queue.MailAdded;
import podo.notification.queue.MailQueue;
import podo.notification.queue.QueuedMail;

/** Takes the mails that are due, right after a commit that added one and each second, and has a few of them sent at a time. */
@Component
class MailDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailDispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final MailQueue queue;
    private final Delivery delivery;
    private final SendingSettings settings;
    private final Semaphore added = new Semaphore(0);
    private volatile List<Thread> workers = List.of();

    MailDispatcher(MailQueue queue, Delivery delivery, SendingSettings settings) {
        this.queue = queue;
        this.delivery = delivery;
        this.settings = settings;
    }

    @TransactionalEventListener
    void wake(MailAdded mail) {
        added.release();
    }

    /** Takes one at a time, so that a mail that hangs holds up no other that this thread has taken. */
    private void sendUntilStopped() {
        while (isRunning() && !Thread.currentThread().isInterrupted()) {
            try {
                Optional<QueuedMail> due =
                        queue.takeDue(1, settings.lease()).stream().findFirst();
                if (due.isPresent()) {
                    delivery.deliver(due.get());
                } else if (added.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    added.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("Mails are not sent at the moment: {}", e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        List<Thread> started = IntStream.range(0, settings.atOnce())
                .mapToObj(n -> Thread.ofVirtual().name("mail-" + n).unstarted(this::sendUntilStopped))
                .toList();
        workers = started;
        started.forEach(Thread::start);
    }

    /** A mail that is being sent is finished; after three seconds it is left, and sent again when its lease ends. */
    @Override
    public void stop() {
        List<Thread> ending = workers;
        workers = List.of();
        added.release(ending.size());
        for (Thread worker : ending) {
            try {
                if (!worker.join(Duration.ofSeconds(3))) {
                    worker.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }
}

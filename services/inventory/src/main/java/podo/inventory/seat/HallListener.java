package podo.inventory.seat;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import podo.contracts.event.EventCancelled;
import podo.contracts.event.EventChanged;
import podo.contracts.event.EventMessage;
import podo.contracts.event.EventPublished;

/**
 * Hears what becomes of shows. Hearing it twice is harmless: a show is noted once, a change writes the same state again,
 * and a cancelled hall stays cancelled. The seats themselves are laid out by {@link HallBuilder}, which may have to wait
 * for the event service.
 */
@Component
@KafkaListener(topics = EventMessage.TOPIC, groupId = "inventory")
class HallListener {

    private static final Logger log = LoggerFactory.getLogger(HallListener.class);

    private final StoredHalls register;
    private final SeatBlocks blocks;
    private final Halls halls;
    private final SeatChangePublisher news;
    private final Clock clock;

    HallListener(StoredHalls register, SeatBlocks blocks, Halls halls, SeatChangePublisher news, Clock clock) {
        this.register = register;
        this.blocks = blocks;
        this.halls = halls;
        this.news = news;
        this.clock = clock;
    }

    @KafkaHandler
    void published(EventPublished message) {
        if (register.announce(message.eventId(), message.show(), clock.instant())) {
            log.info("Event {} is published, its seats will be laid out", message.eventId());
        }
    }

    @KafkaHandler
    @Transactional
    void changed(EventChanged message) {
        if (register.change(message.eventId(), message.show(), clock.instant())) {
            register.stamp(message.eventId());
            afterCommit(() -> {
                halls.forget(message.eventId());
                news.everythingChanged(message.eventId());
            });
        }
    }

    /** Whoever hears of it and reads anew must find it. */
    private static void afterCommit(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }

    @KafkaHandler
    void cancelled(EventCancelled message) {
        if (blocks.closeAll(message.eventId())) {
            halls.forget(message.eventId());
            news.everythingChanged(message.eventId());
            log.info("Event {} is cancelled, its seats are blocked", message.eventId());
        }
    }

    @KafkaHandler(isDefault = true)
    void other(Object ignored) {}
}

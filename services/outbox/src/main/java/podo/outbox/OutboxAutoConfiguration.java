package podo.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.namastack.outbox.OutboxProcessingScheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import podo.contracts.event.EventMessage;
import podo.contracts.inventory.InventoryMessage;
import podo.contracts.payment.PaymentMessage;
import podo.contracts.reservation.BookingCancelled;
import podo.contracts.user.UserMessage;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "io.namastack.outbox.config.OutboxCoreSchedulingAutoConfiguration"
        },
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@EnableScheduling
@PropertySource("classpath:podo/outbox/outbox.properties")
class OutboxAutoConfiguration {

    static final List<String> TOPICS = List.of(
            EventMessage.TOPIC,
            InventoryMessage.TOPIC,
            PaymentMessage.TOPIC,
            BookingCancelled.TOPIC,
            UserMessage.TOPIC);

    /** False in a service that hears and says nothing: it needs no tables either. */
    private static final String SENDS = "namastack.outbox.enabled";

    @Bean
    @ConditionalOnProperty(name = SENDS, matchIfMissing = true)
    Outbox podoOutbox(
            io.namastack.outbox.Outbox records,
            OutboxTrigger trigger,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator) {
        return new Outbox(records, trigger, new MessageTrace(tracer, propagator));
    }

    @Bean
    @ConditionalOnProperty(name = SENDS, matchIfMissing = true)
    OutboxTrigger outboxTrigger(
            ObjectProvider<OutboxProcessingScheduler> scheduler,
            @Value("${namastack.outbox.polling.fixed.interval}") Duration pollInterval) {
        return new OutboxTrigger(scheduler, pollInterval);
    }

    @Bean
    @ConditionalOnProperty(name = SENDS, matchIfMissing = true)
    OutboxPublisher outboxPublisher(KafkaTemplate<String, Object> kafka, JsonMapper json) {
        return new OutboxPublisher(kafka, json);
    }

    @Bean
    @ConditionalOnProperty(name = SENDS, matchIfMissing = true)
    Inbox inbox(JdbcClient jdbc) {
        return new Inbox(jdbc);
    }

    @Bean
    MessageReader messageReader(JsonMapper json) {
        return new MessageReader(json);
    }

    @Bean
    @ConditionalOnProperty(name = SENDS, matchIfMissing = true)
    OutboxMeters outboxMeters(JdbcClient jdbc, Clock clock, ObjectProvider<MeterRegistry> meters) {
        return new OutboxMeters(jdbc, clock, meters.getIfAvailable(() -> Metrics.globalRegistry));
    }

    @Bean
    DefaultErrorHandler consumerErrorHandler(
            KafkaTemplate<String, Object> kafka, ObjectProvider<MeterRegistry> meters) {
        return ConsumerErrorHandling.handler(kafka, meters.getIfAvailable(() -> Metrics.globalRegistry));
    }

    /**
     * A consumer applies messages one after the other, so it runs on a thread of its own: as a virtual thread it would queue for the
     * few carriers behind all requests at each of its blocking calls.
     */
    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> listenerThreads() {
        return container -> {
            SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("kafka-");
            threads.setVirtualThreads(false);
            container.getContainerProperties().setListenerTaskExecutor(threads);
        };
    }

    /**
     * Listeners that are observed ask the broker for the name of its cluster before their first message, on the thread of the messages, and
     * again before each one as long as it does not answer.
     */
    @Bean
    static BeanPostProcessor clusterWithAName() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof KafkaAdmin admin) {
                    admin.setClusterId("podo");
                }
                return bean;
            }
        };
    }

    @Bean
    KafkaAdmin.NewTopics topics() {
        return new KafkaAdmin.NewTopics(TOPICS.stream()
                .flatMap(topic -> Stream.of(topic, topic + ".dlt"))
                .map(topic -> TopicBuilder.name(topic).partitions(6).build())
                .toArray(NewTopic[]::new));
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}

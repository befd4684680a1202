package podo.payment.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code podo.payment.webhooks}.
 *
 * @param unknownPerAddress webhooks of unknown orders that one address may send in a minute
 * @param unknownInAll webhooks of unknown orders that are answered in a minute, whoever sends them
 * @param keptPerOrder stored webhooks of one order; a further one has the order looked up and is not stored
 */
@ConfigurationProperties("podo.payment.webhooks")
record WebhookLimitSettings(
        @DefaultValue("60") int unknownPerAddress,
        @DefaultValue("600") int unknownInAll,
        @DefaultValue("40") int keptPerOrder) {}

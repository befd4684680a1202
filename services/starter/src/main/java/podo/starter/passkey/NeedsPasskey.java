package podo.starter.passkey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that moves or shows the money of others: whoever may call it reaches it with a log-in by passkey only, else 403
 * {@code passkey-required}. {@code podo.passkeys.required-for-money} switches it off.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsPasskey {}

package podo.starter.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This controller method honours the header {@code Idempotency-Key} (optional, 1 to 255 characters, per account and
 * path, kept 24 hours): the same key gets the first answer again, with {@code Idempotency-Replayed: true}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}

package podo.starter.passkey;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Money takes a passkey, unless {@code podo.passkeys.required-for-money} is false. */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "podo.passkeys.required-for-money", matchIfMissing = true)
class PasskeyRuleAutoConfiguration {

    /** Before the idempotency keys' interceptor, which would keep the refusal and repeat it after the log-in with a passkey. */
    private static final int FIRST = -100;

    @Bean
    WebMvcConfigurer passkeyRule() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PasskeyRule()).order(FIRST);
            }
        };
    }
}

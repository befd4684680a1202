package podo.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class BookedEventTitleTest {

    private final BookingClient.Event event =
            new BookingClient.Event(1, "나리의 밤", "포도홀", null, null, null, null, 1, Map.of("en", "Nari Night"));

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aShowIsNamedInTheLanguageOfThePageAndItsPosterByItsOwnTitle() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(event.title()).isEqualTo("Nari Night");
        assertThat(event.ownTitle()).isEqualTo("나리의 밤");
        LocaleContextHolder.setLocale(Locale.KOREAN);
        assertThat(event.title()).isEqualTo("나리의 밤");
    }
}

package podo.notification.letter;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import podo.notification.attachment.LetterAttachment;
import podo.notification.facts.Recipient;

/** Renders a page of a letter twice: as HTML, where everything of a person is escaped, and as text. */
@Component
class LetterRenderer {

    private static final String TEMPLATE = "letter";

    private final MessageSource messages;
    private final SpringTemplateEngine html;
    private final SpringTemplateEngine text;

    LetterRenderer(MessageSource messages) {
        this.messages = messages;
        this.html = engine(TemplateMode.HTML, ".html");
        this.text = engine(TemplateMode.TEXT, ".txt");
    }

    LetterWords words(Recipient recipient) {
        return new LetterWords(messages, recipient.locale());
    }

    Letter render(LetterPage page, Recipient recipient, List<LetterAttachment> attachments) {
        Context context = new Context(recipient.locale());
        context.setVariable("page", page);
        context.setVariable("name", LetterWords.person(recipient.name()));
        return new Letter(
                recipient,
                page.subject(),
                text.process(TEMPLATE, context).strip() + "\n",
                html.process(TEMPLATE, context),
                attachments);
    }

    private SpringTemplateEngine engine(TemplateMode mode, String suffix) {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(suffix);
        files.setTemplateMode(mode);
        files.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setMessageSource(messages);
        return engine;
    }
}

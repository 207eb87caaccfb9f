package dev.touchstone.intake.adapter.jsonata;

import static dev.touchstone.intake.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.intake.delivery.PayloadTemplate;
import dev.touchstone.intake.delivery.PayloadTemplate.TemplateFailed;
import dev.touchstone.intake.delivery.PayloadTemplates.InvalidTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonataTemplatesTest {

    private final JsonataTemplates templates = new JsonataTemplates();

    @Test
    void producesPlainJson() {
        Object result = templates
                .compile("{\"a\": items[price > 1].name, \"h\": $headers.\"x-event\", \"n\": missing}")
                .apply(json("{'items':[{'name':'x','price':2},{'name':'y','price':1}]}"), Map.of("x-event", "e"));

        assertThat(result).isEqualTo(Map.of("a", "x", "h", "e"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($n){$f($n + 1)}; $f(0))",
                "($f := function($n){1 + $f($n + 1)}; $f(0))",
                "[1..10000000].($ * 2)",
                "$count([1..10000000][$ % 2 = 0])",
                "($f := function($s, $n){$n = 0 ? $s : $f($s & $s, $n - 1)}; $f(\"x\", 60))",
                "$pad(\"\", 1000000000)",
                "$eval(\"1\")",
                "$error(\"no\")",
                "$unknown()",
                "1 + \"a\""
            })
    @Timeout(10)
    void endsWhateverTheTemplateDoes(String template) {
        PayloadTemplate compiled = templates.compile(template);

        assertThatThrownBy(() -> compiled.apply(Map.of(), Map.of())).isInstanceOf(TemplateFailed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "a.b.", "\"open", "/(/", "$x :=", "(((((", "[1", "a ? b :"})
    void refusesWhatIsNoTemplate(String template) {
        assertThatThrownBy(() -> templates.compile(template)).isInstanceOf(InvalidTemplate.class);
    }

    @Test
    void refusesNestingThatNoTemplateNeeds() {
        assertThatThrownBy(() -> templates.compile("(".repeat(16_000) + ")".repeat(16_000)))
                .isInstanceOf(InvalidTemplate.class);
    }

    @Test
    void timeOutsAreTimely() {
        PayloadTemplate endless = templates.compile("($f := function($n){$f($n + 1)}; $f(0))");
        long start = System.nanoTime();

        assertThatThrownBy(() -> endless.apply(Map.of(), Map.of())).hasMessageContaining("500 ms");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void oneTemplateServesManyThreads() throws Exception {
        PayloadTemplate template = templates.compile("($x := a; $map([1..20], function($i){$x + $i})[19])");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> calls = IntStream.range(0, 400)
                    .<Callable<Object>>mapToObj(number -> () -> template.apply(Map.of("a", number), Map.of()))
                    .toList();

            List<Future<Object>> results = threads.invokeAll(calls);

            for (int number = 0; number < 400; number++) {
                assertThat(((Number) results.get(number).get()).intValue()).isEqualTo(number + 20);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Property(tries = 500)
    void compilesOrRefusesByName(@ForAll @StringLength(max = 60) String source) {
        try {
            templates.compile(source).apply(Map.of("a", List.of(1, 2)), Map.of());
        } catch (InvalidTemplate | TemplateFailed e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}

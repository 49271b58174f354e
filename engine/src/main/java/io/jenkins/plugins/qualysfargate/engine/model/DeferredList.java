package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable list that is made when it is first looked into. Most findings of a large report are only counted, and
 * their packages would be read for nothing.
 */
public final class DeferredList<E> extends AbstractList<E> {
    private final Supplier<List<E>> maker;
    private @Nullable List<E> made;

    /** @param maker gives the same elements whenever it is called */
    public DeferredList(Supplier<List<E>> maker) {
        this.maker = maker;
    }

    @Override
    public E get(int index) {
        return list().get(index);
    }

    @Override
    public int size() {
        return list().size();
    }

    private List<E> list() {
        List<E> known = made;
        if (known == null) {
            known = List.copyOf(maker.get());
            made = known;
        }
        return known;
    }
}

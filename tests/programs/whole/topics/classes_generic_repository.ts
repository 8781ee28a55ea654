interface Entity {
  readonly id: number;
}
type Draft<T extends Entity> = Omit<T, "id">;
class Repository<T extends Entity> {
  protected rows = new Map<number, T>();
  private nextId = 1;
  insert(draft: Draft<T>): T {
    const row = { id: this.nextId++, ...draft } as unknown as T;
    this.rows.set(row.id, row);
    return row;
  }
  update(id: number, change: Partial<Draft<T>>): T | undefined {
    const row = this.rows.get(id);
    if (!row) return undefined;
    const updated = { ...row, ...change };
    this.rows.set(id, updated);
    return updated;
  }
  find(where: Partial<T>): T[] {
    return [...this.rows.values()].filter((row) =>
      (Object.keys(where) as (keyof T)[]).every((key) => row[key] === where[key]),
    );
  }
  get all(): readonly T[] {
    return [...this.rows.values()];
  }
}
interface Book extends Entity {
  title: string;
  year: number;
}
class Books extends Repository<Book> {
  latest(): Book | undefined {
    return this.all.reduce<Book | undefined>((best, b) => (!best || b.year > best.year ? b : best), undefined);
  }
}
const books = new Books();
books.insert({ title: "A", year: 1999 });
books.insert({ title: "B", year: 2020 });
books.insert({ title: "C", year: 1999 });
console.log(books.find({ year: 1999 }).map((b) => b.title), books.latest());
console.log(books.update(1, { title: "A2" }), books.update(9, {}));
console.log(books.find({ id: 1 }), books.all.length);

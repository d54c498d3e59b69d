ALTER TABLE `settings` ADD `foot_years` text DEFAULT '{"form":"since","year":null}' NOT NULL;
--> statement-breakpoint
-- A mark was one path on 32 × 32 units, filled or stroked in the colour of the words beside it. It looks the same as parts.
UPDATE organisations SET mark = json_object(
  'viewBox', '0 0 32 32',
  'isInk', json('true'),
  'parts', json_array(json_object(
    'name', 'path',
    'attributes', CASE
      WHEN json_extract(mark, '$.strokeWidth') IS NULL THEN json_object('d', json_extract(mark, '$.path'))
      ELSE json_object(
        'd', json_extract(mark, '$.path'),
        'fill', 'none',
        'stroke', 'currentColor',
        'stroke-width', CAST(json_extract(mark, '$.strokeWidth') AS TEXT)
      )
    END,
    'parts', json_array()
  ))
)
WHERE json_extract(mark, '$.path') IS NOT NULL;
--> statement-breakpoint
-- The order is the funders' own, each in a place of its own, as readers see them now.
UPDATE organisations SET position = 0 WHERE kind <> 'funder';
--> statement-breakpoint
UPDATE organisations SET position = placed.place
FROM (
  SELECT id, row_number() OVER (ORDER BY position, id) - 1 AS place FROM organisations WHERE kind = 'funder'
) AS placed
WHERE placed.id = organisations.id;

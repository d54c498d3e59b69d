ALTER TABLE `releases` ADD `source_authors` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
UPDATE `releases` SET `source_authors` = (
	SELECT json_array(`source`.`created_by`) FROM `translations`
	JOIN `releases` AS `source` ON `source`.`id` = `translations`.`source_id`
	WHERE `translations`.`release_id` = `releases`.`id`
) WHERE `id` IN (SELECT `release_id` FROM `translations`);
